import { formatCount } from '../format/numbers.ts';
import './year-chart.css';

export interface YearBar {
  readonly year: number;
  /** Height of the bar. */
  readonly value: number;
  /** A part of it that is drawn stronger. */
  readonly part?: number;
}

/**
 * Values by year as bars with their figures for those who point at one or cannot see it. The list is one: a reader
 * of screens hears each year with its value.
 */
export function YearChart({
  bars,
  label,
  format = formatCount,
  describe,
}: {
  readonly bars: readonly YearBar[];
  readonly label: string;
  readonly format?: (value: number) => string;
  /** A year in words: "2021: 40,112 papers, 12,003 with code". */
  readonly describe: (bar: YearBar) => string;
}) {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  if (bars.length === 0 || most === 0) return null;
  return (
    <figure className="year-chart">
      <p className="year-chart-most small muted" aria-hidden="true">
        {format(most)}
      </p>
      <ol className="plain year-chart-bars" aria-label={label}>
        {bars.map((bar) => (
          <li key={bar.year} title={describe(bar)}>
            <span className="visually-hidden">{describe(bar)}</span>
            <span
              className="year-chart-bar"
              aria-hidden="true"
              style={{ blockSize: `${(100 * bar.value) / most}%` }}
            >
              {bar.part !== undefined && bar.value > 0 && (
                <span
                  className="year-chart-part"
                  style={{ blockSize: `${(100 * bar.part) / bar.value}%` }}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
      <figcaption className="year-chart-ends small muted" aria-hidden="true">
        <span>{bars[0]?.year}</span>
        <span>{bars.at(-1)?.year}</span>
      </figcaption>
    </figure>
  );
}
