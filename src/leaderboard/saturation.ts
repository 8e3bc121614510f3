import type { Reign } from './record-line.ts';

/** How the gains of a record line have changed. */
export interface Saturation {
  /** Gains counted on each side, at least two. */
  readonly gains: number;
  /** Mean gain of the last so many records, in the metric's own scale. */
  readonly recent: number;
  /** Mean gain of as many records before them. */
  readonly earlier: number;
  /** `recent / earlier`. */
  readonly ratio: number;
}

/** Records compared on each side. */
const MAX_GAINS = 3;

/**
 * Compares the gains of the last records with those of as many before: three and three, or two and two.
 * Null with fewer than four gains, which tell nothing.
 *
 * Says nothing of why: a metric near its end and a board that nobody works on look the same.
 */
export function measureSaturation(line: readonly Reign[]): Saturation | null {
  const gains = line.flatMap(({ gain }) => gain ?? []);
  const count = Math.min(MAX_GAINS, gains.length >> 1);
  if (count < 2) return null;
  const recent = mean(gains.slice(-count));
  const earlier = mean(gains.slice(-2 * count, -count));
  return { gains: count, recent, earlier, ratio: recent / earlier };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
