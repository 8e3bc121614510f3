import { expect, test } from 'vitest';
import type { Paper } from '../../../../src/format/records/paper.ts';
import { TrendCollector } from '../../../../src/builder/papers/trend-collector.ts';
import { VenueCollector } from '../../../../src/builder/papers/venue-collector.ts';
import { countYears } from '../../../../src/builder/records/count-years.ts';

const paper = (fields: Partial<Paper>): Paper => ({
  slug: 'p',
  title: 'P',
  authors: [],
  ...fields,
});
const repositories = (count: number, framework?: string) =>
  Array.from({ length: count }, (_, place) => ({
    url: `https://example.org/${place}`,
    ...(framework !== undefined && { framework }),
  }));

test('years without any are counted as none; dates that cannot be right are not counted', () => {
  const dates = ['2019-05-01', '2021', undefined, '2222-12-22', '1492-01-01', '2019-07'];
  expect(countYears(dates, '2025-07-28')).toEqual({ first: 2019, counts: [2, 0, 1] });
  expect(countYears(['2222-12-22'], '2025-07-28')).toBeUndefined();
});

test('a venue has all its papers and each year its own, most repositories first', () => {
  const collector = new VenueCollector();
  const cvpr = (year: number) => ({ name: 'CVPR', year, month: 6 });
  collector.add(0, paper({ venue: cvpr(2018), repositories: repositories(1) }));
  collector.add(1, paper({ venue: cvpr(2019) }));
  collector.add(2, paper({ venue: { name: 'Cvpr', year: 2019 }, repositories: repositories(3) }));
  collector.add(3, paper({ venue: cvpr(2019), hasResults: true }));
  collector.add(4, paper({}));
  collector.add(5, paper({ venue: { name: 'Nature' } }));
  const venues = new Map(collector.finish().map((venue) => [venue.slug, venue]));
  expect([...venues.keys()]).toEqual(['cvpr', 'cvpr-2018', 'cvpr-2019', 'nature']);
  expect(venues.get('cvpr-2019')).toMatchObject({
    year: 2019,
    papers: 3,
    withCode: 1,
    withResults: 1,
    numbers: [2, 3, 1],
  });
  expect(venues.get('cvpr')).toMatchObject({
    name: 'CVPR',
    papers: 4,
    numbers: [2, 0, 3, 1],
    editions: [
      { slug: 'cvpr-2019', year: 2019, papers: 3, withCode: 1 },
      { slug: 'cvpr-2018', year: 2018, papers: 1, withCode: 1 },
    ],
  });
  expect(venues.get('nature')).not.toHaveProperty('editions');
});

test('trends count by the year of the paper, and only believable dates', () => {
  const collector = new TrendCollector();
  const detection = { slug: 'object-detection', name: 'Object Detection' };
  collector.add(paper({ date: '2018-01-01', repositories: repositories(2, 'tf') }), true);
  collector.add(paper({ date: '2020', tasks: [detection] }), true);
  collector.add(paper({ date: '2020-03', tasks: [detection], methods: [{ name: 'Adam' }] }), true);
  collector.add(paper({ date: '2222-01-01', tasks: [detection] }), false);
  expect(collector.finish({ first: 2019, counts: [7, 8] })).toEqual({
    years: [
      { year: 2018, papers: 1, withCode: 1, results: 0 },
      { year: 2019, papers: 0, withCode: 0, results: 7 },
      { year: 2020, papers: 2, withCode: 0, results: 8 },
    ],
    frameworks: [{ name: 'tf', counts: [2, 0, 0] }],
    tasks: [{ ...detection, counts: [0, 0, 2] }],
    methods: [{ name: 'Adam', counts: [0, 0, 1] }],
  });
});
