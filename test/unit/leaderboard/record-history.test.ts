import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/leaderboard/day.ts';
import { recordHistory } from '../../../src/leaderboard/record-history.ts';

const results = (...entries: [date: string, number: number][]) =>
  entries.map(([date, number], row) => ({ row, day: dayOf(date) ?? 0, number }));

test('the best so far by month, and the newest month at the end', () => {
  const found = recordHistory(
    results(['2015-12-10', 3.6], ['2014-09-04', 6.7], ['2014-09-17', 6.6], ['2017-01-01', 9]),
    'lower',
    12,
  );
  expect(found).toEqual([
    ['2014-09', 6.6],
    ['2015-12', 3.6],
    ['2017-01', 3.6],
  ]);
});

test('one result is no line', () => {
  expect(recordHistory(results(['2015-12-10', 3.6]), 'lower', 12)).toBeNull();
});

test('of too many points the smallest gains are left out, never the ends', () => {
  const found = recordHistory(
    results(
      ['2015-01-01', 10],
      ['2016-01-01', 11],
      ['2017-01-01', 40],
      ['2018-01-01', 41],
      ['2019-01-01', 50],
    ),
    'higher',
    3,
  );
  expect(found).toEqual([
    ['2015-01', 10],
    ['2017-01', 40],
    ['2019-01', 50],
  ]);
});

test('months and values ascend, and begin and end with the naive best', () => {
  const result = fc.record({
    row: fc.nat(50),
    day: fc.integer({ min: 14_000, max: 20_000 }),
    number: fc.integer({ min: -500, max: 500 }),
  });
  fc.assert(
    fc.property(
      fc.array(result, { minLength: 2, maxLength: 60 }),
      fc.integer({ min: 2, max: 12 }),
      (all, most) => {
        const points = recordHistory(all, 'higher', most) ?? [];
        const best = (until: string) =>
          Math.max(
            ...all
              .filter(({ day }) => dateOfDay(day).slice(0, 7) <= until)
              .map(({ number }) => number),
          );
        expect(points.length).toBeLessThanOrEqual(Math.max(most, 3));
        for (const [place, [month, number]] of points.entries()) {
          expect(number).toBe(best(month));
          const before = points[place - 1];
          if (before === undefined) continue;
          expect(month > before[0]).toBe(true);
          expect(number).toBeGreaterThanOrEqual(before[1]);
        }
        const newest = Math.max(...all.map(({ day }) => day));
        expect(points.at(-1)?.[0]).toBe(dateOfDay(newest).slice(0, 7));
      },
    ),
  );
});
