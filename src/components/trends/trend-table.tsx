import { Link } from '@tanstack/react-router';
import type { TrendSeries } from '../../format/records/trends.ts';
import { formatCount } from '../format/numbers.ts';
import { formatShare } from '../format/shares.ts';
import { YearSpark } from '../spark/year-spark.tsx';
import '../controls/data-table.css';
import './trends.css';

/** Series of counts by year, one a row: all years, the latest whole year with its share, and a picture. */
export function TrendTable({
  label,
  nameLabel,
  unit,
  series,
  firstYear,
  year,
  whole,
  to,
}: {
  readonly label: string;
  readonly nameLabel: string;
  /** "Papers" */
  readonly unit: string;
  readonly series: readonly TrendSeries[];
  /** Of the counts. */
  readonly firstYear: number;
  /** Whose counts are shown apart. */
  readonly year: number;
  /** What shares of that year are of. */
  readonly whole: number;
  /** Which pages the names have. */
  readonly to: 'task' | 'method' | null;
}) {
  return (
    <table className="data-table trend-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{nameLabel}</th>
          <th scope="col" className="number-cell">
            {unit}
          </th>
          <th scope="col" className="number-cell">
            {year}
          </th>
          <th scope="col" className="number-cell">
            Share
          </th>
          <th scope="col" className="trend-spark">
            By year
          </th>
        </tr>
      </thead>
      <tbody>
        {series.map(({ slug, name, counts }) => {
          const count = counts[year - firstYear] ?? 0;
          return (
            <tr key={slug ?? name}>
              <th scope="row">
                <TrendName slug={slug} name={name} to={to} />
              </th>
              <td className="number-cell">
                {formatCount(counts.reduce((sum, each) => sum + each, 0))}
              </td>
              <td className="number-cell">{formatCount(count)}</td>
              <td className="number-cell muted">{formatShare(count, whole)}</td>
              <td className="trend-spark">
                <YearSpark years={{ first: firstYear, counts }} what={unit} keepsEmpty />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function TrendName({
  slug,
  name,
  to,
}: {
  readonly slug: string | undefined;
  readonly name: string;
  readonly to: 'task' | 'method' | null;
}) {
  if (slug === undefined || to === null) return <>{name}</>;
  return to === 'task' ? (
    <Link to="/task/$task" params={{ task: slug }}>
      {name}
    </Link>
  ) : (
    <Link to="/method/$slug" params={{ slug }}>
      {name}
    </Link>
  );
}
