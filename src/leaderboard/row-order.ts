import type { Direction } from '../format/records/shared.ts';
import type { Value } from './value.ts';

/** What the order of the rows says of the metric that they are ordered by. */
export interface OrderEvidence {
  readonly direction: Direction;
  /** Share of steps between distinct neighbours that go this way, smoothed: (right + 1) / (all + 2). */
  readonly confidence: number;
}

/**
 * The numbers that the archive itself could order rows by. It sorted texts that it could not read, such
 * as `**67.3**` or `76,2%`, to the end, so that these tell nothing about the direction.
 */
export function orderedNumbers(values: readonly (Value | null)[]): (number | null)[] {
  return values.map((value) => (value?.isPlain === true ? value.number : null));
}

/**
 * Direction of the metric that a board is ordered by: rows stand best first, so numbers that fall
 * down the table mean "higher is better". Nulls are rows without a number and are passed over.
 *
 * Null when the order does not tell: fewer than two distinct numbers, or steps both ways. One step in
 * four may go the wrong way once three go the right way.
 */
export function directionFromOrder(values: readonly (number | null)[]): OrderEvidence | null {
  let falls = 0;
  let rises = 0;
  let last: number | null = null;
  for (const value of values) {
    if (value === null) continue;
    if (last !== null && value < last) falls++;
    if (last !== null && value > last) rises++;
    last = value;
  }
  const most = Math.max(falls, rises);
  const least = Math.min(falls, rises);
  if (most === 0 || (least > 0 && (most < 3 || least * 3 > most))) return null;
  return {
    direction: falls > rises ? 'higher' : 'lower',
    confidence: (most + 1) / (most + least + 2),
  };
}
