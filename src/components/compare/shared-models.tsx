import { lazy, Suspense, useMemo } from 'react';
import type { Direction } from '../../format/records/shared.ts';
import { correlateRanks } from '../../leaderboard/rank-correlation.ts';
import { findSharedModels } from '../../leaderboard/shared-models.ts';
import { AddressProblem } from '../catalogue/address-problem.tsx';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { BoardData } from '../leaderboard/board-data.ts';
import type { BoardSearch } from '../leaderboard/board-search.ts';
import { BoardTable } from '../leaderboard/board-table.tsx';
import type { BoardView } from '../leaderboard/board-view.ts';
import { chooseColumns } from '../leaderboard/board-columns.ts';
import { directionOf, selectRows } from '../leaderboard/select-rows.ts';
import { toggleRow } from '../leaderboard/toggle-row.ts';
import { useBoardView } from '../leaderboard/use-board-view.ts';
import { describeCorrelation } from './describe-correlation.ts';
import { makeSharedBoard, placeNames, type Side } from './shared-board.ts';

// Drawn after the table: it brings scales and axes of its own.
const BoardChart = lazy(() => import('../leaderboard/chart/board-chart.tsx'));

/** A chart of fewer dots shows nothing that the table does not. */
const MIN_DOTS = 3;

/** The models of two boards: how far their orders agree, a chart of the values, a table of both. */
export default function SharedModels({
  sides,
  search,
  onSearch,
}: {
  readonly sides: readonly [Side, Side];
  readonly search: BoardSearch;
  readonly onSearch: (search: BoardSearch) => void;
}) {
  const [first, second] = sides;
  const models = useMemo(() => findSharedModels(first, second), [first, second]);
  const correlation = useMemo(() => {
    const numbers = sides.map(({ metric }, side) =>
      models.map((model) =>
        upwards(side === 0 ? model.first.number : model.second.number, metric.direction),
      ),
    );
    return correlateRanks(numbers[0] ?? [], numbers[1] ?? []);
  }, [models, sides]);
  const data = useMemo(
    () => new BoardData(makeSharedBoard(first, second, models)),
    [first, second, models],
  );
  const places = placeNames(first.board, second.board);
  if (models.length === 0) {
    return (
      <p>
        No model has a number on both boards by these metrics. Rows are of one model when their
        names agree without case, blanks and dashes.
      </p>
    );
  }
  const blind = sides.flatMap(({ metric, board }) =>
    metric.direction === null ? [board.metrics[metric.metric]?.name ?? ''] : [],
  );
  return (
    <section className="page-section">
      <h2>{formatPlural(models.length, 'shared model')}</h2>
      {correlation === null ? (
        <p className="page-lead">
          {models.length < 3
            ? 'Two orders can be compared from three models on.'
            : 'One of the boards puts all of them level: there is no order to compare.'}
        </p>
      ) : (
        <>
          <p className="page-lead">{describeCorrelation(correlation, places)}</p>
          <dl className="correlation">
            <Figure name="Spearman’s ρ">{signed(correlation.rho)}</Figure>
            <Figure name="Kendall’s τ-b">{signed(correlation.tau)}</Figure>
            <Figure name="Models">{formatCount(correlation.count)}</Figure>
          </dl>
        </>
      )}
      {blind.length > 0 && (
        <p className="muted small">
          It is not known which way of {blind.join(' and ')} is better: there larger numbers are
          taken as further up, so the sign of the figures may be turned.
        </p>
      )}
      <SharedBoard data={data} search={search} onSearch={onSearch} />
      <p className="muted small compare-rule">
        Rows are of one model when their names agree without case, blanks and dashes; each counts by
        its best row on either board. The first column ranks the shared models by the first board;
        the other ranks are those over the whole boards. Papers and code are those of the first
        board’s row, or of the second’s where it has none.
      </p>
    </section>
  );
}

/** Chart and table of a leaderboard over the shared models. */
function SharedBoard({
  data,
  search,
  onSearch,
}: {
  readonly data: BoardData;
  readonly search: BoardSearch;
  readonly onSearch: (search: BoardSearch) => void;
}) {
  const { view, problems, change } = useBoardView(data, search, onSearch);
  const selection = useMemo(() => selectRows(data, view), [data, view]);
  const selected = useMemo(() => new Set(view.selected), [view.selected]);
  const directions = useMemo(
    () => data.board.metrics.map((_, metric) => directionOf(data, view, metric)),
    [data, view],
  );
  const chosen = chooseColumns(
    data.columns().filter(({ kind }) => kind !== 'date' && kind !== 'here'),
    { columns: orderOf(data), pinned: null },
    false,
  );
  // The value on the first board lies along, that on the second goes up.
  const chartQuery = useMemo(
    () => ({
      metric: 1,
      better: view.better,
      selected: view.selected,
      chart: { ...view.chart, x: view.chart.x ?? 0 },
    }),
    [view],
  );
  const select = (place: number) => change(toggleRow(place));
  return (
    <>
      <AddressProblem problem={problems.length === 0 ? null : problems.join(' ')} />
      {data.board.rows.length >= MIN_DOTS && (
        <div className="board-chart-slot">
          <Suspense>
            <BoardChart
              data={data}
              view={chartQuery}
              rows={selection.rows}
              selected={selected}
              change={(update) =>
                change((before) =>
                  withUsualAxes(
                    typeof update === 'function' ? update({ ...before, ...chartQuery }) : update,
                  ),
                )
              }
              onSelect={select}
            />
          </Suspense>
        </div>
      )}
      <BoardTable
        data={data}
        selection={selection}
        columns={chosen.shown}
        pinnedCount={chosen.pinned}
        rankingMetric={0}
        directions={directions}
        sort={view.sort}
        selected={selected}
        onSort={(sort) => change({ sort })}
        onSelect={select}
      />
    </>
  );
}

/** Ids of the columns: each board's value with its rank beside it. */
function orderOf({ board: { metrics } }: BoardData): string[] {
  const [first = '', second = '', ...ranks] = metrics.map(({ name }) => name);
  const rankOf = (value: string) =>
    ranks.filter((rank) => value.endsWith(rank.slice('Rank'.length)));
  return ['rank', 'model', first, ...rankOf(first), second, ...rankOf(second), 'paper', 'code'];
}

/** What is as usual stays out of the address. */
function withUsualAxes(part: Partial<BoardView>): Partial<BoardView> {
  if (part.chart === undefined) return part;
  return { ...part, chart: { ...part.chart, x: part.chart.x === 0 ? null : part.chart.x } };
}

/** A number that is larger the better it is; as it is where that is not known. */
function upwards(number: number, direction: Direction | null): number {
  return direction === 'lower' ? -number : number;
}

function signed(number: number): string {
  return number.toFixed(2).replace('-', '−');
}

function Figure({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
