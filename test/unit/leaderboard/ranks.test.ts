import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankByOrder, rankByValue } from '../../../src/leaderboard/ranks.ts';

const values = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }), {
  maxLength: 30,
});
const directions = fc.constantFrom('higher' as const, 'lower' as const);

test('neighbours with equal numbers share a rank and the next one skips', () => {
  expect(rankByOrder([9, 9, 8, null, 7])).toEqual([1, 1, 3, null, 4]);
  expect(rankByOrder([])).toEqual([]);
  expect(rankByOrder([null, null])).toEqual([null, null]);
});

test('ranks by value are one more than the number of better rows', () => {
  fc.assert(
    fc.property(values, directions, (numbers, direction) => {
      const isBetter = (a: number, b: number): boolean => (direction === 'higher' ? a > b : a < b);
      const naive = numbers.map((value) =>
        value === null
          ? null
          : 1 + numbers.filter((other) => other !== null && isBetter(other, value)).length,
      );
      expect(rankByValue(numbers, direction)).toEqual(naive);
    }),
  );
});

test('where rows stand best first, ranks by order and by value are the same', () => {
  fc.assert(
    fc.property(values, directions, (numbers, direction) => {
      const sign = direction === 'higher' ? -1 : 1;
      const sorted = numbers.filter((value) => value !== null).sort((a, b) => sign * (a - b));
      expect(rankByOrder(sorted)).toEqual(rankByValue(sorted, direction));
    }),
  );
});
