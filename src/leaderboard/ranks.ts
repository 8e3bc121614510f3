import type { Direction } from '../format/records/shared.ts';

/** One rank a row, counted from 1; null where the row has no number. */
export type Ranks = (number | null)[];

/**
 * Ranks of rows that already stand best first. Neighbours with equal numbers share a rank and the
 * next one skips (1, 1, 3); rows without a number have none and take no place.
 */
export function rankByOrder(values: readonly (number | null)[]): Ranks {
  let place = 0;
  let rank = 0;
  let last: number | null = null;
  return values.map((value) => {
    if (value === null) return null;
    place++;
    if (value !== last) rank = place;
    last = value;
    return rank;
  });
}

/** Ranks by the numbers themselves, best first in the given direction; equal numbers share one. */
export function rankByValue(values: readonly (number | null)[], direction: Direction): Ranks {
  const sign = direction === 'higher' ? -1 : 1;
  const order = values
    .flatMap((value, row) => (value === null ? [] : [{ value, row }]))
    .sort((a, b) => sign * (a.value - b.value));
  const sorted = rankByOrder(order.map(({ value }) => value));
  const ranks: Ranks = values.map(() => null);
  for (const [place, { row }] of order.entries()) ranks[row] = sorted[place] ?? null;
  return ranks;
}
