import { lazy, Suspense, useMemo } from 'react';
import type { Board, BoardListing } from '../../format/records/board.ts';
import type { Model } from '../../format/records/model.ts';
import { rankMetric } from '../../leaderboard/model-results.ts';
import { AddressProblem } from '../catalogue/address-problem.tsx';
import { createFilter } from '../catalogue/match-words.ts';
import { FilterSelect } from '../catalogue/filter-select.tsx';
import { formatPlural } from '../format/numbers.ts';
import { describeDirection } from '../leaderboard/describe-direction.ts';
import { SiteLink } from '../site-link.tsx';
import { encodeBoardPair, parseBoardPair, resolveMetric } from './boards-view.ts';
import type { CompareSearch } from './compare-search.ts';
import { NamePicker } from './name-picker.tsx';
import { titleOf } from './shared-board.ts';
import { countSharedModels } from './suggest-models.ts';

const SharedModels = lazy(() => import('./shared-models.tsx'));

const SUGGESTED = 30;

/** Two boards over the models that both hold. What is chosen stands in the address. */
export function BoardComparison({
  search,
  boards,
  onSearch,
  readBoards,
  readModels,
}: {
  readonly search: CompareSearch;
  /** One a board of the address; null for one that the archive does not know. */
  readonly boards: readonly (Board | null)[];
  readonly onSearch: (search: CompareSearch) => void;
  readonly readBoards: () => Promise<BoardListing[]>;
  readonly readModels: () => Promise<Model[]>;
}) {
  const pair = useMemo(() => parseBoardPair(search), [search]);
  const { metric1, metric2 } = search;
  const { known, metrics, sides } = useMemo(
    () => planSides(boards, [metric1, metric2]),
    [boards, metric1, metric2],
  );
  const problems = [
    ...pair.problems,
    ...pair.boards.flatMap((slug, place) =>
      boards[place] === null ? [`No leaderboard has the address “${slug}”. Left out.`] : [],
    ),
    ...metrics.flatMap(({ problem }) => problem ?? []),
  ];
  const anchor = known[0]?.slug ?? null;

  return (
    <>
      <AddressProblem problem={problems.length === 0 ? null : problems.join(' ')} />
      <ul className="plain model-cards">
        {known.map((board, place) => (
          <BoardCard
            key={board.slug}
            board={board}
            metric={metrics[place]?.metric ?? 0}
            onMetric={(metric) =>
              onSearch({
                ...encodeBoardPair(known.map(({ slug }) => slug)),
                ...namedMetrics(
                  known,
                  metrics.map((chosen, index) => (index === place ? metric : chosen.metric)),
                ),
              })
            }
            onTakeOut={() =>
              onSearch(
                encodeBoardPair(
                  known.flatMap(({ slug }, index) => (index === place ? [] : [slug])),
                ),
              )
            }
          />
        ))}
      </ul>
      {known.length < 2 && (
        <NamePicker
          label={known.length === 0 ? 'Find a leaderboard' : 'Add another leaderboard'}
          read={async () => prepareBoards(await Promise.all([readBoards(), readModels()]), anchor)}
          suggest={(list, query) => list.suggest(query)}
          onPick={(slug) => onSearch(encodeBoardPair([...known.map((board) => board.slug), slug]))}
        />
      )}
      {sides === null ? (
        <p className="muted compare-hint">
          {known.length === 0
            ? 'Choose two leaderboards. They are compared over the models that both hold.'
            : 'Choose another leaderboard: those with most shared models are offered first.'}
        </p>
      ) : (
        <Suspense fallback={<p className="muted board-waiting">Loading …</p>}>
          <SharedModels
            key={sides.map(({ board }) => board.slug).join(' ')}
            sides={sides}
            search={search}
            onSearch={(view) =>
              onSearch({
                ...encodeBoardPair(known.map(({ slug }) => slug)),
                ...namedMetrics(
                  known,
                  metrics.map(({ metric }) => metric),
                ),
                ...view,
              })
            }
          />
        </Suspense>
      )}
    </>
  );
}

/** The boards that are there, the metric of each, and both together once there are two. */
function planSides(boards: readonly (Board | null)[], names: readonly (string | undefined)[]) {
  const known = boards.filter((board) => board !== null);
  const metrics = known.map((board, place) => resolveMetric(names[place], board));
  const [first, second] = known.map((board, place) => ({
    board,
    metric: rankMetric(board, metrics[place]?.metric ?? 0),
  }));
  const sides = first === undefined || second === undefined ? null : ([first, second] as const);
  return { known, metrics, sides };
}

/** The fields of metrics that are not the ranking ones. */
function namedMetrics(boards: readonly Board[], metrics: readonly number[]): CompareSearch {
  const [first = '', second = ''] = metrics.map((metric, place) =>
    metric === 0 ? '' : (boards[place]?.metrics[metric]?.name ?? ''),
  );
  return {
    ...(first !== '' && { metric1: first }),
    ...(second !== '' && { metric2: second }),
  };
}

function BoardCard({
  board,
  metric,
  onMetric,
  onTakeOut,
}: {
  readonly board: Board;
  readonly metric: number;
  readonly onMetric: (metric: number) => void;
  readonly onTakeOut: () => void;
}) {
  const chosen = board.metrics[metric];
  return (
    <li className="model-card">
      <h2>
        <SiteLink to={`/sota/${encodeURIComponent(board.slug)}`}>{titleOf(board)}</SiteLink>
      </h2>
      <p className="muted small">{formatPlural(board.rows.length, 'result')}</p>
      {board.metrics.length > 1 ? (
        <FilterSelect
          label="Metric"
          value={String(metric)}
          options={board.metrics.map(({ name }, position) => ({
            value: String(position),
            label: name,
          }))}
          onChange={(value) => onMetric(Number(value))}
        />
      ) : (
        <p className="small">{chosen?.name}</p>
      )}
      {chosen !== undefined && <p className="muted small">{describeDirection(chosen)}</p>}
      <div className="model-card-foot">
        <button
          type="button"
          className="text-button small no-print"
          aria-label={`Take ${titleOf(board)} out`}
          onClick={onTakeOut}
        >
          Take out
        </button>
      </div>
    </li>
  );
}

/** All boards to search in; those that share most models with the first one stand first. */
function prepareBoards(
  [boards, models]: readonly [readonly BoardListing[], readonly Model[]],
  anchor: string | null,
) {
  const shared = anchor === null ? null : countSharedModels(models, anchor);
  const ordered =
    shared === null
      ? boards
      : boards
          .filter(({ slug }) => slug !== anchor)
          .toSorted((a, b) => (shared.get(b.slug) ?? 0) - (shared.get(a.slug) ?? 0));
  const filter = createFilter(ordered, ({ task, dataset }) => `${task.name} ${dataset}`);
  return {
    suggest: (query: string) =>
      filter(query)
        .slice(0, SUGGESTED)
        .map(({ slug, task, dataset, rows }) => ({
          id: slug,
          label: `${task.name} on ${dataset}`,
          hint: `${formatPlural(rows, 'result')}${shared === null ? '' : `, ${formatPlural(shared.get(slug) ?? 0, 'shared model')}`}`,
        })),
  };
}
