import type { DirectionSource } from '../../format/records/board.ts';
import type { BoardComparison } from '../../leaderboard/compare-models.ts';
import type { ModelResult } from '../../leaderboard/model-results.ts';
import { formatPlural } from '../format/numbers.ts';
import { describeDirection } from '../leaderboard/describe-direction.ts';
import { ModelName } from '../leaderboard/model-name.tsx';
import { SiteLink } from '../site-link.tsx';
import { SeriesMark } from './series-mark.tsx';
import { StandingStrip } from './standing-strip.tsx';
import '../controls/data-table.css';

const SOURCES: Record<DirectionSource, string> = {
  'row-order': 'from the archive’s order',
  'same-name': 'as on other boards',
  movement: 'from how it moves',
  name: 'by its name',
  neutral: 'neither way is better',
  unknown: 'not known which way is better',
};

/** The shared boards, one a row: where each model stands there, with its value as the archive has it. */
export function StandingsTable({
  comparisons,
  names,
}: {
  readonly comparisons: readonly BoardComparison[];
  readonly names: readonly string[];
}) {
  return (
    // A scrollable region must be reachable by keyboard to be scrolled by it.
    <div className="data-table-scroller" tabIndex={0} role="region" aria-label="Shared boards">
      <table className="data-table standings-table">
        <thead>
          <tr>
            <th scope="col">Board</th>
            <th scope="col">
              <span className="standing-head">
                <span>last</span>
                <span className="visually-hidden">to</span>
                <span>first</span>
              </span>
            </th>
            {names.map((name, model) => (
              <th key={name} scope="col" className="standings-model">
                <SeriesMark model={model} /> <ModelName name={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparisons.map((comparison) => (
            <BoardRow key={comparison.board.slug} comparison={comparison} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BoardRow({ comparison }: { readonly comparison: BoardComparison }) {
  const { board, metric, results, best } = comparison;
  const shown = board.metrics[metric.metric];
  return (
    <tr>
      <th scope="row" className="standings-board">
        <SiteLink to={sideBySide(comparison)}>
          {board.task.name} on {board.dataset.name}
        </SiteLink>
        {shown !== undefined && (
          <span className="muted small" title={describeDirection(shown)}>
            {shown.name}
            {metric.direction !== null && (
              <>
                {' '}
                <span aria-hidden="true">{metric.direction === 'higher' ? '↑' : '↓'}</span>
                <span className="visually-hidden">, {metric.direction} is better,</span>
              </>
            )}{' '}
            {SOURCES[shown.directionSource]}
          </span>
        )}
      </th>
      <td>
        <StandingStrip comparison={comparison} />
      </td>
      {results.map((result, model) => (
        <td
          key={model}
          className="standings-value"
          data-best={best.includes(model) && best.length < results.length}
        >
          <Result result={result} comparison={comparison} />
        </td>
      ))}
    </tr>
  );
}

function Result({
  result,
  comparison: { board, metric },
}: {
  readonly result: ModelResult | null;
  readonly comparison: BoardComparison;
}) {
  if (result === null) return <span className="muted">–</span>;
  return (
    <>
      <span className="standings-number">
        {board.rows[result.place]?.values[metric.metric] ?? '–'}
      </span>
      <span className="muted small">
        {result.rank !== null && `#${result.rank} of ${metric.ranked}`}
        {result.rows > 1 &&
          `${result.rank === null ? 'first' : ', best'} of ${formatPlural(result.rows, 'row')}`}
      </span>
    </>
  );
}

/** The board with these rows selected, side by side by this metric. */
function sideBySide({ board, metric, results }: BoardComparison): string {
  const rows = results.flatMap((result) => (result === null ? [] : [result.place + 1]));
  const search = new URLSearchParams({
    ...(metric.metric !== 0 && { metric: board.metrics[metric.metric]?.name ?? '' }),
    rows: rows.join(','),
    tab: 'compare',
  });
  return `/sota/${encodeURIComponent(board.slug)}?${search.toString()}`;
}
