import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMovement, directionFromMovement } from '../../../src/leaderboard/movement.ts';

describe('compareMovement', () => {
  test('counts pairs as a naive version does, and is symmetric', () => {
    const column = fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 25 });
    fc.assert(
      fc.property(column, column, (one, other) => {
        let together = 0;
        let against = 0;
        for (let a = 0; a < one.length; a++) {
          for (let b = 0; b < a; b++) {
            const values = [one[a], one[b], other[a], other[b]];
            if (values.some((value) => value === null || value === undefined)) continue;
            const product = (one[a]! - one[b]!) * (other[a]! - other[b]!);
            if (product > 0) together++;
            if (product < 0) against++;
          }
        }
        const movement = compareMovement(one, other);
        expect(movement).toMatchObject({ together, against });
        expect(compareMovement(other, one)).toEqual(movement);
      }),
    );
  });

  test('looks at no more than 200 rows', () => {
    const column = Array.from({ length: 1000 }, (_, row) => row);
    expect(compareMovement(column, column)).toEqual({ together: 19_900, against: 0, rows: 200 });
  });
});

describe('directionFromMovement', () => {
  const moving = (together: number, against: number, rows = 6) => ({ together, against, rows });

  test('goes with a metric that it moves with, and against one that it moves against', () => {
    const higher = directionFromMovement([{ direction: 'higher', movement: moving(14, 1) }]);
    expect(higher?.direction).toBe('higher');
    const lower = directionFromMovement([{ direction: 'higher', movement: moving(1, 14) }]);
    expect(lower?.direction).toBe('lower');
    expect(
      directionFromMovement([{ direction: 'lower', movement: moving(0, 15) }])?.direction,
    ).toBe('higher');
  });

  test('more neighbours make it surer', () => {
    const one = { direction: 'higher', movement: moving(15, 0) } as const;
    const strength = (count: number) =>
      directionFromMovement(Array.from({ length: count }, () => one))?.strength ?? 0;
    expect(strength(3)).toBeGreaterThan(strength(1));
    expect(strength(30)).toBeLessThan(1);
  });

  test.each([
    ['nothing known', []],
    ['too few rows', [{ direction: 'higher', movement: moving(6, 0, 4) }]],
    ['no lean', [{ direction: 'higher', movement: moving(9, 6) }]],
    ['only ties', [{ direction: 'higher', movement: moving(0, 0) }]],
    [
      'a contradiction',
      [
        { direction: 'higher', movement: moving(15, 0) },
        { direction: 'lower', movement: moving(15, 0) },
      ],
    ],
  ] as const)('does not tell from %s', (_, neighbours) => {
    expect(directionFromMovement(neighbours)).toBeNull();
  });
});
