import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import type { Board, Row } from '../../format/records/board.ts';
import { parseValue } from '../../leaderboard/parse-value.ts';
import { BoardCells } from './board-cell.tsx';
import { isDescendingFirst, type BoardSort } from './board-sort.ts';
import type { BoardColumn } from './board-columns.ts';
import { columnWidth } from './column-width.ts';
import { SortHeader } from './sort-header.tsx';
import { useRowWindow } from './use-row-window.ts';
import './board-table.css';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;

/**
 * The rows of one board. Without a sort they stand in the archive's order, which is the ranking;
 * sorting goes by numbers where a column has them, and rows without one stand last either way.
 */
export function BoardTable({
  board,
  columns,
  sort,
  onSort,
}: {
  readonly board: Board;
  readonly columns: readonly BoardColumn[];
  readonly sort: BoardSort | null;
  readonly onSort: (sort: BoardSort | null) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const definitions = useMemo(() => columns.map(defineColumn), [columns]);
  const sorting: SortingState = useMemo(
    () => (sort === null ? [] : [{ id: sort.columnId, desc: sort.descending }]),
    [sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: board.rows,
    state: { sorting },
    enableMultiSort: false,
    onSortingChange(updater) {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater;
      onSort(next === undefined ? null : { columnId: next.id, descending: next.desc });
    },
  });
  const rows = table.getRowModel().rows;
  const { shown, before, after, measureRow } = useRowWindow(rows.length, scroller);
  const widths = useMemo(
    () => columns.map((column) => columnWidth(column, board.rows)),
    [columns, board],
  );
  const tableWidth = `${widths.reduce((sum, width) => sum + width, 0)}rem`;

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
        aria-rowcount={rows.length + 1}
        style={{ minWidth: tableWidth }}
      >
        <caption className="visually-hidden">
          {board.task.name} on {board.dataset.name}
        </caption>
        <colgroup>
          {columns.map((column, position) => (
            <col key={column.id} style={{ width: `${widths[position]}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {table.getHeaderGroups()[0]?.headers.map((header, position) => {
              const column = columns[position];
              return column === undefined ? null : (
                <SortHeader
                  key={header.id}
                  column={column}
                  sorted={header.column.getIsSorted()}
                  onClick={() => header.column.toggleSorting()}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} columns={columns.length} />}
          {shown.map((index) => {
            const row = rows[index];
            return row === undefined ? null : (
              <tr
                key={row.id}
                ref={measureRow}
                data-index={index}
                data-best={row.original.rank === 1}
                aria-rowindex={index + 2}
              >
                <BoardCells columns={columns} row={row.original} />
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

/** Keeps the scrollbar true for the rows that are not in the document. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true" className="board-spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function defineColumn(column: BoardColumn): ColumnDef<Features, Row> {
  return {
    id: column.id,
    accessorFn: (row) => sortValue(column, row),
    sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
    sortUndefined: 'last',
    sortDescFirst: isDescendingFirst(column),
  };
}

/** What a row is sorted by in a column; undefined stands last in both directions. */
function sortValue(column: BoardColumn, row: Row): number | string | undefined {
  switch (column.kind) {
    case 'rank':
      return row.rank ?? undefined;
    case 'model':
      return row.model === '' ? undefined : row.model.toLowerCase();
    case 'metric': {
      const raw = row.values[column.position] ?? null;
      return raw === null ? undefined : (parseValue(raw).number ?? undefined);
    }
    case 'extra':
      return row.extraData === undefined ? undefined : Number(row.extraData);
    case 'paper':
      return row.paper?.title.toLowerCase();
    case 'code':
      return row.code === undefined ? undefined : row.code.length;
    case 'date':
      return row.date;
  }
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = String(a);
  const right = String(b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
