import type { YearCounts } from '../../format/records/shared.ts';
import { formatCount } from '../format/numbers.ts';
import { describeYears, sparkBars, trimYears } from './spark-shapes.ts';
import './spark.css';

const BOX = { width: 96, height: 24 };

/** Counts by year as small bars. */
export function YearSpark({
  years,
  what,
}: {
  readonly years: YearCounts;
  /** "Results" */
  readonly what: string;
}) {
  const trimmed = trimYears(years);
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
