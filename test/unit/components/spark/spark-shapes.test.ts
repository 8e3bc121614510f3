import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  describeYears,
  sparkBars,
  sparkStair,
  trimYears,
} from '../../../../src/components/spark/spark-shapes.ts';

const BOX = { width: 100, height: 20 };

test('years before the first count go, and of many the latest stay', () => {
  expect(trimYears({ first: 2000, counts: [0, 0, 3, 0, 1] })).toEqual({
    first: 2002,
    counts: [3, 0, 1],
  });
  expect(trimYears({ first: 2000, counts: [0, 0, 3] }, true).first).toBe(2000);
  const long = trimYears({ first: 1990, counts: Array.from({ length: 36 }, () => 1) });
  expect(long.first).toBe(2010);
  expect(long.counts).toHaveLength(16);
});

test('bars stay in their box; whatever there is can be seen', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }), (counts) => {
      const bars = sparkBars({ first: 2000, counts }, BOX);
      expect(bars).toHaveLength(counts.length);
      for (const { count, x, y, width, height } of bars) {
        expect(height > 0).toBe(count > 0);
        expect(y + height).toBeCloseTo(BOX.height);
        expect(y).toBeGreaterThanOrEqual(-0.001);
        expect(x + width).toBeLessThanOrEqual(BOX.width);
      }
    }),
  );
});

test('years are described by their span and their peak', () => {
  expect(describeYears({ first: 2014, counts: [1, 9, 3] }, String)).toBe(
    '2014 to 2016, most in 2015 (9)',
  );
  expect(describeYears({ first: 2014, counts: [1] }, String)).toBe('2014, most in 2014 (1)');
});

test('a record is a stair that goes up, whichever way is better', () => {
  const record = [
    ['2014-01', 10],
    ['2014-03', 6],
    ['2014-05', 6],
  ] as const;
  const stair = sparkStair(record, 'lower', BOX);
  expect(stair).toEqual([
    { x: 0, y: 20 },
    { x: 50, y: 20 },
    { x: 50, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 0 },
  ]);
  expect(sparkStair(record, 'higher', BOX)[0]).toEqual({ x: 0, y: 0 });
});

test('a month that is none is passed over', () => {
  expect(sparkStair([['soon', 3]], 'higher', BOX)).toEqual([]);
});
