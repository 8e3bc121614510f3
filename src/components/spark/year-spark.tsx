import type { YearCounts } from '../../format/records/shared.ts';
import { formatCount } from '../format/numbers.ts';
import { describeYears, sparkBars, trimYears } from './spark-shapes.ts';
import './spark.css';

const BOX = { width: 96, height: 24 };

/** Counts by year as small bars. */
export function YearSpark({
  years,
  what,
  keepsEmpty = false,
}: {
  readonly years: YearCounts;
  /** "Results" */
  readonly what: string;
  /** Keeps years before the first count: lines under each other then have the same years. */
  readonly keepsEmpty?: boolean;
}) {
  const trimmed = trimYears(years, keepsEmpty);
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      role="img"
      aria-label={`${what} a year, ${describeYears(trimmed, formatCount)}`}
    >
      {sparkBars(trimmed, BOX).map(({ year, count, ...bar }) => (
        <rect key={year} className="spark-bar" {...bar}>
          <title>{`${year}: ${formatCount(count)}`}</title>
        </rect>
      ))}
    </svg>
  );
}
