import type { Direction } from '../format/records/shared.ts';

export interface ParetoPoint {
  readonly row: number;
  /** What a result costs: less is better. */
  readonly cost: number;
  readonly score: number;
}

/**
 * The results that no other one beats: each has a better score than all that cost as little or less.
 * Cheapest first; of equal ones the first row.
 */
export function paretoFront(points: readonly ParetoPoint[], direction: Direction): ParetoPoint[] {
  const sign = direction === 'higher' ? 1 : -1;
  const ordered = points.toSorted(
    (a, b) => a.cost - b.cost || sign * (b.score - a.score) || a.row - b.row,
  );
  const front: ParetoPoint[] = [];
  for (const point of ordered) {
    const best = front.at(-1);
    if (best === undefined || sign * (point.score - best.score) > 0) front.push(point);
  }
  return front;
}
