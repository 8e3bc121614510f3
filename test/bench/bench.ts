/** What a bench is. Each lies in a module of its own and is listed in benches.ts. */

/** Figures by name; the name ends in its unit. Lower or higher is better as the unit says. */
export type Metrics = Record<string, number>;

export interface BenchContext {
  /** How often a noisy measurement is repeated; the median is reported. */
  readonly runs: number;
  /** Size of a generated archive, for benches that use one; null for their own. */
  readonly papers: number | null;
  /** Folder for what a bench makes, relative to where it was called from; null for its own. */
  readonly to: string | null;
  /** Folder of a built snapshot to measure; null for the bench's own. */
  readonly archive: string | null;
  /** What queries are drawn with, for benches that draw them; null for their own. */
  readonly seed: number | null;
  /** Tells the person what is going on; not part of the result. */
  log: (line: string) => void;
}

export interface BenchResult {
  readonly metrics: Metrics;
  /** What the figures depend on: sizes of the data, network, seeds. */
  readonly context: Readonly<Record<string, unknown>>;
}

export interface Bench {
  readonly name: string;
  readonly description: string;
  run: (context: BenchContext) => Promise<BenchResult>;
}

/** What is missing and where it would have to be: told without a stack. */
export class MissingInputError extends Error {}

/** The middle value; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

/** The smallest value that `share` of the values (0-1) do not exceed: nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A decimal digit is enough for every figure here. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
