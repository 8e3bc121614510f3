import { Link } from '@tanstack/react-router';
import type { Direction } from '../../format/records/shared.ts';
import { encodeBoardPair } from '../compare/boards-view.ts';
import { chooseModels, encodeModels } from '../compare/models-view.ts';
import { TakeOut } from '../compare/take-out.tsx';
import { formatDate } from '../format/dates.ts';
import { SiteLink } from '../site-link.tsx';
import { MathText } from '../text/math-text.tsx';
import type { BoardData } from './board-data.ts';
import type { BoardView } from './board-view.ts';
import { formatTick } from './chart/plan-chart.ts';
import { CodeLinks } from './code-links.tsx';
import { FACETS } from './facets.ts';
import { ModelName } from './model-name.tsx';
import './compare-tab.css';

/** The selected rows side by side: every metric with the difference to the first, papers, code, hints. */
export default function CompareTab({
  data,
  view,
  directions,
  onSelect,
}: {
  readonly data: BoardData;
  readonly view: BoardView;
  readonly directions: readonly (Direction | null)[];
  readonly onSelect: (place: number) => void;
}) {
  const { board } = data;
  const places = view.selected;
  const another = (
    <Link to="/compare" search={encodeBoardPair([board.slug])}>
      Compare this leaderboard with another
    </Link>
  );
  if (places.length === 0) {
    return (
      <>
        <p className="muted">
          Nothing is selected. Tick rows on the leaderboard, or click dots of its chart, and compare
          them here; the address keeps them.
        </p>
        <p className="compare-further">{another}</p>
      </>
    );
  }
  const rows = places.flatMap((place) => {
    const row = board.rows[place];
    return row === undefined ? [] : [{ place, row }];
  });
  const metrics = board.metrics.flatMap(({ name }, metric) =>
    rows.some(({ row }) => (row.values[metric] ?? null) !== null) ? [{ name, metric }] : [],
  );
  const models = chooseModels(rows.map(({ row }) => row));
  return (
    <>
      {/* A scrollable region must be reachable by keyboard to be scrolled by it. */}
      <div className="compare" role="region" aria-label="Comparison" tabIndex={0}>
        <table className="compare-table">
          <thead>
            <tr>
              <td />
              {rows.map(({ place, row }) => (
                <th key={place} scope="col">
                  <ModelName name={row.model} />
                  <TakeOut name={row.model} onTakeOut={() => onSelect(place)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map(({ name, metric }) => {
              const direction = directions[metric] ?? null;
              const numbers = places.map((place) => data.numbers(metric)[place] ?? null);
              const best = bestOf(numbers, direction);
              return (
                <tr key={name}>
                  <th scope="row">
                    {name}
                    {direction !== null && (direction === 'higher' ? ' ↑' : ' ↓')}
                  </th>
                  {rows.map(({ place, row }, index) => (
                    <td
                      key={place}
                      className="compare-value"
                      data-best={best !== null && numbers[index] === best && rows.length > 1}
                    >
                      {row.values[metric] ?? <span className="muted">–</span>}
                      {index > 0 && (
                        <Difference
                          from={numbers[0] ?? null}
                          to={numbers[index] ?? null}
                          direction={direction}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
            <Line label="Paper">
              {rows.map(({ place, row }) => (
                <td key={place}>
                  {row.paper === undefined ? (
                    <span className="muted">–</span>
                  ) : (
                    <SiteLink to={`/paper/${encodeURIComponent(row.paper.slug)}`}>
                      <MathText text={row.paper.title} />
                    </SiteLink>
                  )}
                </td>
              ))}
            </Line>
            <Line label="Date">
              {rows.map(({ place, row }) => (
                <td key={place}>{row.date === undefined ? '–' : formatDate(row.date)}</td>
              ))}
            </Line>
            <Line label="Code">
              {rows.map(({ place, row }) => (
                <td key={place}>{row.code === undefined ? '–' : <CodeLinks links={row.code} />}</td>
              ))}
            </Line>
            <Line label="Extra data">
              {rows.map(({ place, row }) => (
                <td key={place}>
                  {row.extraData === undefined ? 'not said' : row.extraData ? 'yes' : 'no'}
                </td>
              ))}
            </Line>
            <Line label="Parameters">
              {places.map((place) => {
                const parameters = data.parameters()[place] ?? null;
                return (
                  <td key={place}>{parameters === null ? 'not said' : formatTick(parameters)}</td>
                );
              })}
            </Line>
            <Line label="Its name says">
              {places.map((place) => (
                <td key={place}>
                  {FACETS.filter(
                    (facet) => facet.isIn(data, place) && !facet.label.endsWith('parameters'),
                  )
                    .map(({ label }) => label)
                    .join(', ') || '–'}
                </td>
              ))}
            </Line>
          </tbody>
        </table>
      </div>
      <p className="compare-further no-print">
        {models.length > 1 && (
          <Link to="/compare" search={encodeModels(models)}>
            Compare these models over all leaderboards they share
          </Link>
        )}
        {another}
      </p>
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {children}
    </tr>
  );
}

/** How far a value is from the first row's: "+1.2", better or worse. */
function Difference({
  from,
  to,
  direction,
}: {
  readonly from: number | null;
  readonly to: number | null;
  readonly direction: Direction | null;
}) {
  if (from === null || to === null || from === to) return null;
  const difference = Number((to - from).toPrecision(4));
  const isBetter = direction === null ? null : difference > 0 === (direction === 'higher');
  return (
    <span
      className="compare-difference"
      data-better={isBetter}
      title={
        isBetter === null ? undefined : isBetter ? 'better than the first' : 'worse than the first'
      }
    >
      {difference > 0 ? '+' : '−'}
      {formatTick(Math.abs(difference))}
    </span>
  );
}

function bestOf(numbers: readonly (number | null)[], direction: Direction | null): number | null {
  const known = numbers.filter((number) => number !== null);
  if (direction === null || known.length === 0) return null;
  return direction === 'higher' ? Math.max(...known) : Math.min(...known);
}
