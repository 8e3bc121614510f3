import type { Value } from './value.ts';

/** Rows of one metric that seem to be in different units. Nothing is ever rescaled because of it. */
export interface ScaleMix {
  /** Rows whose values look like shares of 1. */
  readonly fractions: readonly number[];
  /** Rows whose values look like percentages. */
  readonly percentages: readonly number[];
}

/** Percentages below this are rare among rows that others state as fractions. */
const MIN_PERCENTAGE = 2;

/** So many times the largest fraction is the smallest percentage at least: else it is one wide column. */
const MIN_GAP = 8;

/**
 * Whether percentages and fractions stand in one column: `0.931` beside `92.4`. Rows at or below 1 must all
 * fall, times 100, near the others (a single one nearer than several), with a wide gap between both
 * groups; a column of losses from 0.1 to 9 is none.
 *
 * Does not say which rows are wrong.
 */
export function findScaleMix(values: readonly (Value | null)[]): ScaleMix | null {
  const fractions: number[] = [];
  const percentages: number[] = [];
  let least = Infinity;
  let most = -Infinity;
  for (const [row, value] of values.entries()) {
    if (value === null || value.number === null || value.number === 0) continue;
    const { number, unit } = value;
    if (number < 0 || number > 100) return null;
    if (number <= 1 && unit !== '%') fractions.push(row);
    else if (number >= MIN_PERCENTAGE || unit === '%') {
      percentages.push(row);
      least = Math.min(least, number);
      most = Math.max(most, number);
    } else return null;
  }
  if (fractions.length === 0 || percentages.length === 0) return null;
  const largest = Math.max(...fractions.map((row) => values[row]?.number ?? 0));
  if (least < largest * MIN_GAP) return null;
  const [below, above] = fractions.length === 1 ? [0.8, 1.1] : [0.5, 2];
  const areAmong = fractions.every((row) => {
    const percent = (values[row]?.number ?? 0) * 100;
    return percent >= least * below && percent <= most * above;
  });
  return areAmong ? { fractions, percentages } : null;
}
