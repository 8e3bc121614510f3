import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordLine } from '../../../src/leaderboard/record-line.ts';
import { measureSaturation } from '../../../src/leaderboard/saturation.ts';

const results = fc
  .array(
    fc.record({ day: fc.integer({ min: 0, max: 12 }), number: fc.integer({ min: 0, max: 9 }) }),
    {
      maxLength: 25,
    },
  )
  .map((list) => list.map((result, row) => ({ ...result, row })));
const directions = fc.constantFrom('higher' as const, 'lower' as const);

describe('recordLine', () => {
  test('says who held the record, from when to when, and the gain', () => {
    const line = recordLine(
      [
        { row: 0, day: 30, number: 90 },
        { row: 1, day: 10, number: 80 },
        { row: 2, day: 20, number: 70 },
        { row: 3, day: 40, number: 90 },
      ],
      'higher',
    );
    expect(line).toEqual([
      { row: 1, number: 80, from: 10, to: 30, gain: null },
      { row: 0, number: 90, from: 30, to: null, gain: 10 },
    ]);
  });

  test('is at each day the best so far, as a naive version finds it', () => {
    fc.assert(
      fc.property(results, directions, (list, direction) => {
        const line = recordLine(list, direction);
        const best = direction === 'higher' ? Math.max : Math.min;
        for (const day of list.map((result) => result.day)) {
          const soFar = list.filter((result) => result.day <= day).map(({ number }) => number);
          const holder = line.findLast(({ from }) => from <= day);
          expect(holder?.number).toBe(best(...soFar));
        }
        for (const [place, reign] of line.entries()) {
          expect(reign.to).toBe(line[place + 1]?.from ?? null);
          if (reign.gain !== null) expect(reign.gain).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('measureSaturation', () => {
  const line = (...gains: number[]) => {
    const numbers = [0];
    for (const gain of gains) numbers.push((numbers.at(-1) ?? 0) + gain);
    return recordLine(
      numbers.map((number, row) => ({ row, day: row, number })),
      'higher',
    );
  };

  test('compares the last gains with those before', () => {
    expect(measureSaturation(line(9, 9, 6, 6, 6, 3, 2, 1))).toEqual({
      gains: 3,
      recent: 2,
      earlier: 6,
      ratio: 1 / 3,
    });
    expect(measureSaturation(line(4, 4, 2, 2))?.ratio).toBe(0.5);
  });

  test('tells nothing from few records', () => {
    expect(measureSaturation(line(4, 2, 1))).toBeNull();
    expect(measureSaturation([])).toBeNull();
  });
});
