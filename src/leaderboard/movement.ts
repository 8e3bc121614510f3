import type { Direction } from '../format/records/shared.ts';
import { opposite } from './direction.ts';

/** Pairs of rows in which two metrics go the same way, and in which they go opposite ways. */
export interface Movement {
  readonly together: number;
  readonly against: number;
  /** Rows that have both. */
  readonly rows: number;
}

/** Rows looked at on one board: the pairs grow with the square. The best stand first. */
const MAX_ROWS = 200;

/** Counts concordant and discordant pairs (Kendall); pairs that tie in either metric count in none. */
export function compareMovement(
  one: readonly (number | null)[],
  other: readonly (number | null)[],
): Movement {
  const pairs: [number, number][] = [];
  for (const [row, a] of one.entries()) {
    const b = other[row] ?? null;
    if (a !== null && b !== null) pairs.push([a, b]);
    if (pairs.length === MAX_ROWS) break;
  }
  let together = 0;
  let against = 0;
  for (const [place, [a, b]] of pairs.entries()) {
    for (let next = place + 1; next < pairs.length; next++) {
      const [c, d] = pairs[next] ?? [a, b];
      const sign = Math.sign(a - c) * Math.sign(b - d);
      if (sign > 0) together++;
      if (sign < 0) against++;
    }
  }
  return { together, against, rows: pairs.length };
}

/** A board has to show this much before movement counts: rows, and the lean of its pairs (Kendall). */
const MIN_ROWS = 5;
const MIN_LEAN = 0.5;

export interface MovementVerdict {
  readonly direction: Direction;
  /** 0.5 to 1: how much the evidence leans, less where it is little. */
  readonly strength: number;
}

/**
 * The direction that follows from how a metric moves beside others of known direction. Each neighbour
 * weighs by its lean and by the rows it rests on; none when they show too little or contradict
 * each other.
 */
export function directionFromMovement(
  neighbours: readonly { readonly movement: Movement; readonly direction: Direction }[],
): MovementVerdict | null {
  let higher = 0;
  let lower = 0;
  for (const { movement, direction } of neighbours) {
    const { together, against, rows } = movement;
    const all = together + against;
    if (rows < MIN_ROWS || all === 0) continue;
    const lean = (together - against) / all;
    if (Math.abs(lean) < MIN_LEAN) continue;
    const weight = Math.abs(lean) * Math.log2(rows);
    if ((lean > 0 ? direction : opposite(direction)) === 'higher') higher += weight;
    else lower += weight;
  }
  const all = higher + lower;
  const most = Math.max(higher, lower);
  if (all === 0 || most < all * 0.8) return null;
  return { direction: higher > lower ? 'higher' : 'lower', strength: (most + 0.5) / (all + 1) };
}
