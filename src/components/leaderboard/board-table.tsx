import {
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table';
import { memo, useMemo, useRef, type CSSProperties } from 'react';
import type { Direction } from '../../format/records/shared.ts';
import { formatPlural } from '../format/numbers.ts';
import { BoardCells } from './board-cell.tsx';
import { isDescendingFirst, type BoardColumn } from './board-columns.ts';
import type { BoardData } from './board-data.ts';
import type { SortKey } from './board-view.ts';
import { columnWidth, sumWidths } from './column-width.ts';
import type { Selection, ViewRow } from './select-rows.ts';
import { SortHeader } from './sort-header.tsx';
import { sortRows } from './sort-rows.ts';
import { useColumnWindow } from './use-column-window.ts';
import { useRowWindow } from './use-row-window.ts';
import './board-table.css';

const features = tableFeatures({ rowSortingFeature });
type Features = typeof features;

/** A line of the table's body. */
type Line =
  | { readonly kind: 'group'; readonly key: string; readonly label: string; readonly count: number }
  | { readonly kind: 'row'; readonly row: ViewRow };

/**
 * The rows of one board. Without a sort they stand by rank; sorting goes by numbers where a column has
 * them, and rows without one stand last either way.
 */
export const BoardTable = memo(function BoardTable({
  data,
  selection,
  columns,
  pinnedCount,
  rankingMetric,
  directions,
  sort,
  selected,
  onSort,
  onSelect,
}: {
  readonly data: BoardData;
  readonly selection: Selection;
  readonly columns: readonly BoardColumn[];
  /** So many of the first columns hold while the others scroll. */
  readonly pinnedCount: number;
  readonly rankingMetric: number;
  /** Which way each metric is better, in this view. */
  readonly directions: readonly (Direction | null)[];
  readonly sort: readonly SortKey[];
  readonly selected: ReadonlySet<number>;
  readonly onSort: (sort: readonly SortKey[]) => void;
  readonly onSelect: (place: number) => void;
}) {
  const { board } = data;
  const scroller = useRef<HTMLDivElement>(null);
  const definitions = useMemo(
    () => columns.map((column) => defineColumn(column, directions)),
    [columns, directions],
  );
  const rows = useMemo(() => sortRows(data, selection, sort), [data, selection, sort]);
  const sorting: SortingState = useMemo(
    () => sort.map(({ columnId, descending }) => ({ id: columnId, desc: descending })),
    [sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    state: { sorting },
    // By `sortRows`, which sorts exported rows as well, and by columns that are not shown.
    manualSorting: true,
    onSortingChange(updater) {
      const next = typeof updater === 'function' ? updater(sorting) : updater;
      onSort(next.map(({ id, desc }) => ({ columnId: id, descending: desc })));
    },
  });
  const lines = useMemo(() => arrange(rows, selection.groups), [rows, selection.groups]);
  const { shown, before, after, measureRow } = useRowWindow(
    lines.length,
    board.rows.length,
    scroller,
  );
  const widths = useMemo(
    () => columns.map((column) => columnWidth(column, board)),
    [columns, board],
  );
  const pinStyles = useMemo(
    () =>
      widths
        .slice(0, pinnedCount)
        .map((_, place): CSSProperties => ({ left: sumWidths(widths.slice(0, place)) })),
    [widths, pinnedCount],
  );
  const tableWidth = sumWidths(widths);
  const { from, to } = useColumnWindow(widths, pinnedCount, scroller);

  return (
    // A scrollable region must be reachable by keyboard to be scrolled by it.
    <div
      className="board-scroller"
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label="Results"
      style={{ '--table-width': tableWidth }}
    >
      <table
        className="board-table"
        aria-rowcount={lines.length + 1}
        style={{ minWidth: tableWidth }}
      >
        <caption className="visually-hidden">
          {board.task.name} on {board.dataset.name}
        </caption>
        <colgroup>
          {columns.map((column, position) => (
            <col key={column.id} style={{ width: widths[position] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {table.getHeaderGroups()[0]?.headers.map((header, place) => {
              const column = columns[place];
              if (column === undefined) return null;
              return (
                <SortHeader
                  key={header.id}
                  column={column}
                  direction={
                    column.kind === 'metric' ? (directions[column.position] ?? null) : null
                  }
                  isRanking={column.kind === 'metric' && column.position === rankingMetric}
                  sorted={header.column.getIsSorted()}
                  place={
                    sort.length > 1 && header.column.getIsSorted() !== false
                      ? header.column.getSortIndex() + 1
                      : null
                  }
                  style={pinStyles[place]}
                  isPinned={place < pinnedCount}
                  onSort={(isAdded) => header.column.toggleSorting(undefined, isAdded)}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} columns={columns.length} />}
          {shown.map((index) => {
            const line = lines[index];
            if (line === undefined) return null;
            if (line.kind === 'group') {
              return (
                <tr
                  key={`group ${line.key}`}
                  ref={measureRow}
                  data-index={index}
                  aria-rowindex={index + 2}
                  className="board-group"
                >
                  <th scope="rowgroup" colSpan={columns.length}>
                    <span>
                      {line.label}{' '}
                      <span className="muted">{formatPlural(line.count, 'result')}</span>
                    </span>
                  </th>
                </tr>
              );
            }
            const { row } = line;
            const isSelected = selected.has(row.place);
            return (
              <tr
                key={index}
                ref={measureRow}
                data-index={index}
                data-best={row.rank === 1}
                data-selected={isSelected}
                aria-rowindex={index + 2}
              >
                <BoardCells
                  columns={columns}
                  from={from}
                  to={to}
                  pinStyles={pinStyles}
                  row={row}
                  isSelected={isSelected}
                  onSelect={onSelect}
                />
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
});

/** Keeps the scrollbar true for the rows that are not in the document. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true" className="board-spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

/** Rows under the heads of their groups; as they are without groups. */
function arrange(rows: readonly ViewRow[], groups: Selection['groups']): Line[] {
  if (groups.length === 0) return rows.map((row) => ({ kind: 'row', row }));
  return groups.flatMap(({ key, label }): Line[] => {
    const members = rows.filter((row) => row.group === key);
    return [
      { kind: 'group', key, label, count: members.length },
      ...members.map((row): Line => ({ kind: 'row', row })),
    ];
  });
}

function defineColumn(
  column: BoardColumn,
  directions: readonly (Direction | null)[],
): ColumnDef<Features, ViewRow> {
  return {
    id: column.id,
    // Only columns with a value can be sorted by.
    accessorFn: () => null,
    sortDescFirst:
      column.kind === 'metric'
        ? directions[column.position] !== 'lower'
        : isDescendingFirst(column),
  };
}
