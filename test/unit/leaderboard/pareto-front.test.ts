import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paretoFront } from '../../../src/leaderboard/pareto-front.ts';

const points = fc
  .array(
    fc.record({ cost: fc.integer({ min: 1, max: 8 }), score: fc.integer({ min: 0, max: 8 }) }),
    {
      maxLength: 20,
    },
  )
  .map((list) => list.map((point, row) => ({ ...point, row })));

test('holds exactly the points that no other one beats', () => {
  fc.assert(
    fc.property(points, fc.constantFrom('higher' as const, 'lower' as const), (list, direction) => {
      const isBetter = (a: number, b: number) => (direction === 'higher' ? a > b : a < b);
      const naive = list.filter(
        (point) =>
          !list.some(
            (other) =>
              (other.cost < point.cost && !isBetter(point.score, other.score)) ||
              (other.cost === point.cost && isBetter(other.score, point.score)) ||
              (other.cost === point.cost && other.score === point.score && other.row < point.row),
          ),
      );
      const rows = paretoFront(list, direction).map(({ row }) => row);
      expect(new Set(rows)).toEqual(new Set(naive.map(({ row }) => row)));
    }),
  );
});
