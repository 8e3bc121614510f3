import { expect, test } from 'vitest';
import { formatIntroduced } from '../../../../src/components/catalogue/introduced-date.ts';
import { sortDatasets } from '../../../../src/components/catalogue/sort-datasets.ts';
import type { DatasetListing } from '../../../../src/format/records/dataset.ts';

function dataset(name: string, introduced?: string): DatasetListing {
  return {
    slug: name.toLowerCase(),
    name,
    papers: 0,
    boards: 0,
    ...(introduced === undefined ? {} : { introduced }),
  };
}

const DATASETS = [
  dataset('Zoo', '2019-05-01'),
  dataset('set 10'),
  dataset('Set 9', '2024'),
  dataset('älpha', '2019-05-01'),
];
const namesBy = (sort: 'papers' | 'name' | 'newest') =>
  sortDatasets(DATASETS, sort).map(({ name }) => name);

test('by papers is the archive’s own order', () => {
  expect(sortDatasets(DATASETS, 'papers')).toBe(DATASETS);
});

test('by name takes accents, case and numbers as people do', () => {
  expect(namesBy('name')).toEqual(['älpha', 'Set 9', 'set 10', 'Zoo']);
});

test('the newest first, those without a date last, equal ones as they came', () => {
  expect(namesBy('newest')).toEqual(['Set 9', 'Zoo', 'älpha', 'set 10']);
});

test.each([
  ['2009-01-01', '2009'],
  ['2009-01-02', '2 Jan 2009'],
  ['2009-01', 'Jan 2009'],
  ['2009', '2009'],
])('introduced %s reads %s', (date, expected) => {
  expect(formatIntroduced(date)).toBe(expected);
});
