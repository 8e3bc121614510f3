import { formatCount, formatPlural } from '../format/numbers.ts';

/** Results by year as small bars. A bar narrows the search to its year; the chosen one widens it again. */
export function YearHistogram({
  years,
  chosen,
  onChoose,
}: {
  readonly years: readonly { readonly year: number; readonly papers: number }[];
  readonly chosen: number | null;
  readonly onChoose: (year: number | null) => void;
}) {
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  if (first === undefined || last === undefined) return null;
  const most = Math.max(...years.map(({ papers }) => papers));
  const byYear = new Map(years.map(({ year, papers }) => [year, papers]));
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <figure className="year-histogram" aria-label="Results by year">
      <div className="year-bars">
        {all.map((year) => {
          const papers = byYear.get(year) ?? 0;
          return (
            <button
              key={year}
              type="button"
              className="year-bar"
              aria-pressed={year === chosen}
              disabled={papers === 0}
              title={`${year}: ${formatCount(papers)}`}
              aria-label={`${year}: ${formatPlural(papers, 'result')}`}
              onClick={() => onChoose(year === chosen ? null : year)}
            >
              <span
                style={{ blockSize: `${Math.max(papers === 0 ? 0 : 4, (100 * papers) / most)}%` }}
              />
            </button>
          );
        })}
      </div>
      <figcaption className="small muted">
        <span>{first}</span>
        <span>{last}</span>
      </figcaption>
    </figure>
  );
}
