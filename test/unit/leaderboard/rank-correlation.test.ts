import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageRanks, correlateRanks } from '../../../src/leaderboard/rank-correlation.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 })), {
  minLength: 3,
  maxLength: 30,
});
const split = (list: readonly (readonly [number, number])[]) =>
  [list.map(([a]) => a), list.map(([, b]) => b)] as const;

test('equal numbers share the mean of their places', () => {
  expect(averageRanks([30, 10, 20, 20])).toEqual([4, 1, 2.5, 2.5]);
});

describe('the correlation of two orders', () => {
  test('is that of known tables', () => {
    // IQ and hours of television: the example of Wikipedia's "Spearman's rank correlation coefficient".
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(correlateRanks(iq, hours)?.rho).toBeCloseTo(-29 / 165, 12);
    // With ties, tau-b by hand: 4 pairs agree, 1 disagrees, 1 tied in each: 3 / sqrt(5 * 5).
    expect(correlateRanks([1, 1, 2, 3], [1, 3, 2, 3])?.tau).toBeCloseTo(
      naiveTau([1, 1, 2, 3], [1, 3, 2, 3]) ?? Number.NaN,
      12,
    );
  });

  test('is that of naive counting', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [first, second] = split(list);
        const found = correlateRanks(first, second);
        const tau = naiveTau(first, second);
        if (found === null) expect(tau).toBeNull();
        else expect(found.tau).toBeCloseTo(tau ?? Number.NaN, 9);
      }),
    );
  });

  test('without ties rho is 1 - 6 sum d² / (n (n² - 1))', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(12).keys()], { minLength: 3 }), (order) => {
        const ranks = averageRanks(order);
        const squares = ranks.reduce((sum, rank, place) => sum + (rank - place - 1) ** 2, 0);
        const count = order.length;
        const plain = [...order.keys()];
        expect(correlateRanks(plain, order)?.rho).toBeCloseTo(
          1 - (6 * squares) / (count * (count ** 2 - 1)),
          9,
        );
      }),
    );
  });

  test('goes by order alone, in both directions', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [first, second] = split(list);
        const found = correlateRanks(first, second);
        const same = correlateRanks(
          second,
          first.map((number) => number ** 3 + 7),
        );
        const turned = correlateRanks(
          first,
          second.map((number) => -number),
        );
        if (found === null) {
          expect(same).toBeNull();
          expect(turned).toBeNull();
          return;
        }
        expect(same?.rho).toBeCloseTo(found.rho, 9);
        expect(same?.tau).toBeCloseTo(found.tau, 9);
        expect(turned?.rho).toBeCloseTo(-found.rho, 9);
        expect(turned?.tau).toBeCloseTo(-found.tau, 9);
        expect(Math.abs(found.rho)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test('says nothing of two things, nor where all are equal', () => {
    expect(correlateRanks([1, 2], [1, 2])).toBeNull();
    expect(correlateRanks([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(() => correlateRanks([1], [])).toThrow(RangeError);
  });
});

/** From the definition: agreeing less disagreeing pairs, by the pairs that are no ties. */
function naiveTau(first: readonly number[], second: readonly number[]): number | null {
  const places = [...first.keys()];
  const all = places.flatMap((i) => places.filter((j) => j > i).map((j) => [i, j] as const));
  const sign = (list: readonly number[], [i, j]: readonly [number, number]) =>
    Math.sign(list[i]! - list[j]!);
  const agree = all.filter((pair) => sign(first, pair) * sign(second, pair) > 0).length;
  const differ = all.filter((pair) => sign(first, pair) * sign(second, pair) < 0).length;
  const untied = (list: readonly number[]) => all.filter((pair) => sign(list, pair) !== 0).length;
  const scale = Math.sqrt(untied(first) * untied(second));
  return scale === 0 ? null : (agree - differ) / scale;
}
