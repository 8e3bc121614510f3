import type { Trends } from '../../format/records/trends.ts';

type Year = Trends['years'][number];

/** Years shown at most, the latest. */
const MAX_YEARS = 20;
/** A year of fewer papers than this share of the biggest is not worth a bar at the beginning. */
const MIN_SHARE = 0.002;

export interface TrendPlan {
  /** The years to draw, oldest first. */
  readonly years: readonly Year[];
  /** Papers of years before those. */
  readonly earlier: number;
  /** The last year that was over on the day of the snapshot: the one to compare; null when there is none. */
  readonly lastWhole: Year | null;
}

/** Which years of the trends are shown. @param date day of the snapshot. */
export function planTrends({ years }: Trends, date: string): TrendPlan {
  const most = Math.max(...years.map(({ papers }) => papers), 0);
  const start = Math.max(
    years.findIndex(({ papers }) => papers >= most * MIN_SHARE && papers > 0),
    years.length - MAX_YEARS,
    0,
  );
  const shown = years.slice(start);
  const isOver = ({ year }: Year) => `${year}-12-31` <= date;
  return {
    years: shown,
    earlier: years.slice(0, start).reduce((sum, { papers }) => sum + papers, 0),
    lastWhole: shown.findLast(isOver) ?? shown.at(-1) ?? null,
  };
}
