import { memo, useMemo } from 'react';
import { formatCount, formatPlural } from '../format/numbers.ts';
import type { BoardColumn } from './board-columns.ts';
import type { BoardData } from './board-data.ts';
import { PLAIN_VIEW, type BoardView } from './board-view.ts';
import { columnLabel } from './column-label.ts';
import { findScaleMix } from '../../leaderboard/find-scale-mix.ts';
import type { Selection } from './select-rows.ts';
import type { ChangeView } from './use-board-view.ts';

/** What the table shows: how many rows, in which order, and what to mind about the values. */
export default memo(function BoardStatus({
  data,
  view,
  selection,
  columns,
  change,
  onClear,
}: {
  readonly data: BoardData;
  readonly view: BoardView;
  readonly selection: Selection;
  readonly columns: readonly BoardColumn[];
  readonly change: ChangeView;
  /** Empties the search box too. */
  readonly onClear: () => void;
}) {
  const all = data.board.rows.length;
  const mix = useMemo(() => findScaleMix(data.values(view.metric)), [data, view.metric]);
  const metric = data.board.metrics[view.metric];
  return (
    <div className="board-status">
      <span role="status">
        {selection.rows.length === all
          ? formatPlural(all, 'result')
          : `${formatCount(selection.rows.length)} of ${formatPlural(all, 'result')}`}
        {selection.rows.length === 0 && ': nothing fits'}
      </span>
      {selection.isFiltered && (
        <button
          type="button"
          className="text-button no-print"
          onClick={() => {
            onClear();
            const { query, extra, isCodeOnly, from, until, only, without, group } = PLAIN_VIEW;
            change({ query, extra, isCodeOnly, from, until, only, without, group });
          }}
        >
          Clear all filters
        </button>
      )}
      <span>{describeSort(view, columns, metric?.name)}</span>
      {view.sort.length > 0 && (
        <button type="button" className="text-button no-print" onClick={() => change({ sort: [] })}>
          Back to ranks
        </button>
      )}
      {mix !== null && (
        <span className="board-warning">
          {formatPlural(mix.fractions.length, 'value')} of {metric?.name} may be{' '}
          {mix.fractions.length === 1 ? 'a fraction' : 'fractions'} among percentages; nothing is
          rescaled.
        </span>
      )}
    </div>
  );
});

function describeSort(
  view: BoardView,
  columns: readonly BoardColumn[],
  metric: string | undefined,
): string {
  if (view.sort.length === 0) return metric === undefined ? '' : `Ranked by ${metric}`;
  const keys = view.sort.map(({ columnId, descending }) => {
    const column = columns.find(({ id }) => id === columnId);
    const label = column === undefined ? columnId : columnLabel(column);
    return `${label} ${descending ? '↓' : '↑'}`;
  });
  const hint = keys.length === 1 ? ' (shift and a head: by that, too)' : '';
  return `Sorted by ${keys.join(', then ')}${hint}`;
}
