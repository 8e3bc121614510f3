import type { Direction } from '../format/records/shared.ts';

/**
 * Direction of the metric that a board is ordered by: rows stand best first, so numbers that fall
 * down the table mean "higher is better". Nulls are rows without a number and are passed over.
 *
 * Null when the order does not tell: fewer than two distinct numbers, or steps both ways. One step in
 * four may go the wrong way once three go the right way: the site sorted texts that it could not
 * read, such as `**67.3**`, to the end.
 */
export function directionFromOrder(values: readonly (number | null)[]): Direction | null {
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
  return falls > rises ? 'higher' : 'lower';
}

/**
 * What two spellings of a metric's name share: case, blanks, dashes and underscores make no
 * difference ("F1-Score", "f1 score"); `%`, `@`, brackets and the rest do.
 */
export function metricKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u2010-\u2015\u2212]+/gu, '');
}

/** Boards that must agree before a name is trusted, and how nearly all of them must. */
const MIN_BOARDS = 2;
const MIN_AGREEMENT = 0.9;

/**
 * Directions of metrics by name, learned from the boards whose row order tells. A name is trusted
 * when at least two boards are ordered by it and at least nine in ten of them agree.
 *
 * @param known name and direction of the first metric, one entry a board.
 * @returns directions by `metricKey`.
 */
export function poolDirections(
  known: Iterable<{ name: string; direction: Direction | null }>,
): Map<string, Direction> {
  const votes = new Map<string, { higher: number; lower: number }>();
  for (const { name, direction } of known) {
    if (direction === null) continue;
    const key = metricKey(name);
    const vote = votes.get(key) ?? { higher: 0, lower: 0 };
    vote[direction]++;
    votes.set(key, vote);
  }
  const pooled = new Map<string, Direction>();
  for (const [key, { higher, lower }] of votes) {
    const total = higher + lower;
    if (total < MIN_BOARDS || Math.max(higher, lower) < total * MIN_AGREEMENT) continue;
    pooled.set(key, higher > lower ? 'higher' : 'lower');
  }
  return pooled;
}
