/** Sizes of blocks in words and figures, for the report. */
export interface BlockStatistics {
  readonly least: number;
  readonly median: number;
  readonly ninetieth: number;
  readonly most: number;
}

/** Statistics of some sizes; zeros when there are none. */
export function statisticsOf(sizes: readonly number[]): BlockStatistics {
  const sorted = sizes.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { least: at(0), median: at(0.5), ninetieth: at(0.9), most: at(1) };
}
