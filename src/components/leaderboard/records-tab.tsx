import { dateOfDay } from '../../leaderboard/day.ts';
import { recordLine, type Reign } from '../../leaderboard/record-line.ts';
import { measureSaturation } from '../../leaderboard/saturation.ts';
import { formatDate } from '../format/dates.ts';
import { formatPlural } from '../format/numbers.ts';
import '../controls/data-table.css';
import { SiteLink } from '../site-link.tsx';
import { MathText } from '../text/math-text.tsx';
import type { BoardData } from './board-data.ts';
import type { BoardView } from './board-view.ts';
import { formatTick } from './chart/plan-chart.ts';
import { ModelName } from './model-name.tsx';
import { directionOf, type ViewRow } from './select-rows.ts';

/** Who held the record of the ranking metric, from when to when, by how much; and how the gains shrink. */
export default function RecordsTab({
  data,
  view,
  rows,
  isFiltered,
}: {
  readonly data: BoardData;
  readonly view: BoardView;
  readonly rows: readonly ViewRow[];
  readonly isFiltered: boolean;
}) {
  const direction = directionOf(data, view, view.metric);
  const metric = data.board.metrics[view.metric]?.name ?? '';
  if (direction === null) {
    return (
      <p className="muted">
        Records need to know which way of {metric} is better. Set it above, or choose another
        metric.
      </p>
    );
  }
  const numbers = data.numbers(view.metric);
  const results = rows.flatMap(({ place }) => {
    const day = data.days()[place] ?? null;
    const number = numbers[place] ?? null;
    return day === null || number === null ? [] : [{ row: place, day, number }];
  });
  const line = recordLine(results, direction);
  const left = rows.length - results.length;
  return (
    <>
      <p className="page-lead">
        {describeLine(line, metric)}{' '}
        {isFiltered && 'Only rows that the filter leaves are counted. '}
        {left > 0 &&
          `${formatPlural(left, 'row')} without a date or a value ${left === 1 ? 'is' : 'are'} left out.`}
      </p>
      <div className="data-table-scroller">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Held for</th>
              <th scope="col">Model</th>
              <th scope="col" className="number-cell">
                {metric}
              </th>
              <th scope="col" className="number-cell">
                Gain
              </th>
              <th scope="col">Paper</th>
            </tr>
          </thead>
          <tbody>
            {line.toReversed().map((reign) => {
              const row = data.board.rows[reign.row];
              return row === undefined ? null : (
                <tr key={reign.row}>
                  <td>{formatDate(row.date ?? dateOfDay(reign.from)).replaceAll(' ', '\u00a0')}</td>
                  <td>
                    {(reign.to === null
                      ? 'still holds'
                      : describeDays(reign.to - reign.from)
                    ).replaceAll(' ', '\u00a0')}
                  </td>
                  <th scope="row">
                    <ModelName name={row.model} />
                  </th>
                  <td className="number-cell">{row.values[view.metric]}</td>
                  <td className="number-cell">
                    {reign.gain === null ? '–' : formatTick(Number(reign.gain.toPrecision(4)))}
                  </td>
                  <td>
                    {row.paper !== undefined && (
                      <SiteLink to={`/paper/${encodeURIComponent(row.paper.slug)}`}>
                        <MathText text={row.paper.title} />
                      </SiteLink>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How many records, and how the gains have changed, in words with the numbers. */
function describeLine(line: readonly Reign[], metric: string): string {
  const [first] = line;
  const last = line.at(-1);
  if (first === undefined || last === undefined) return `No dated results of ${metric}.`;
  const records = `${formatPlural(line.length, 'record')} of ${metric} since ${dateOfDay(first.from).slice(0, 4)}`;
  const saturation = measureSaturation(line);
  if (saturation === null) return `${records}.`;
  const { recent, earlier, ratio, gains } = saturation;
  const numbers = `the last ${gains} gained ${short(recent)} on average, the ${gains} before ${short(earlier)}`;
  const verdict = ratio < 0.5 ? 'gains shrink' : ratio > 2 ? 'gains grow' : 'gains hold';
  return `${records}; ${verdict}: ${numbers}.`;
}

function short(number: number): string {
  return formatTick(Number(number.toPrecision(2)));
}

function describeDays(days: number): string {
  if (days < 60) return formatPlural(days, 'day');
  const months = Math.round(days / 30.44);
  if (months < 24) return formatPlural(months, 'month');
  return `${Number((days / 365.25).toFixed(1))} years`;
}
