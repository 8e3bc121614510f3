import type { CSSProperties } from 'react';
import type { Direction } from '../../format/records/shared.ts';
import type { BoardColumn } from './board-columns.ts';
import { columnLabel } from './column-label.ts';

/**
 * Head of a column: its name, which way is better, and a button that sorts by it; with the shift key it
 * sorts by it after the columns before.
 */
export function SortHeader({
  column,
  direction,
  isRanking,
  sorted,
  place,
  style,
  isPinned,
  onSort,
}: {
  readonly column: BoardColumn;
  /** Which way of a metric is better, in this view. */
  readonly direction: Direction | null;
  /** Whether the rows are ranked by it. */
  readonly isRanking: boolean;
  readonly sorted: false | 'asc' | 'desc';
  /** Its place among several that are sorted by, from 1; null with one or none. */
  readonly place: number | null;
  readonly style: CSSProperties | undefined;
  readonly isPinned: boolean;
  readonly onSort: (isAdded: boolean) => void;
}) {
  const ariaSort = sorted === 'asc' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      data-kind={column.kind}
      data-pinned={isPinned}
      data-ranking={isRanking}
      aria-sort={sorted === false || (place ?? 1) > 1 ? 'none' : ariaSort}
      style={style}
    >
      <button type="button" onClick={(event) => onSort(event.shiftKey)} data-sorted={sorted}>
        <span>
          {columnLabel(column)}
          {direction !== null && (
            <span className="board-direction" title={`${direction} is better`}>
              {direction === 'higher' ? ' ↑' : ' ↓'}
              <span className="visually-hidden"> ({direction} is better)</span>
            </span>
          )}
        </span>
        {place !== null && (
          <span className="board-sort-place">
            {place}
            <span className="visually-hidden">
              {sorted === 'asc' ? ', ascending' : ', descending'}
            </span>
          </span>
        )}
        <SortMark sorted={sorted} />
      </button>
    </th>
  );
}

function SortMark({ sorted }: { readonly sorted: false | 'asc' | 'desc' }) {
  return (
    <svg viewBox="0 0 10 14" width="9" height="13" aria-hidden="true" className="board-sort-mark">
      <path d="M5 1 9 6H1z" data-on={sorted === 'asc'} />
      <path d="M5 13 1 8h8z" data-on={sorted === 'desc'} />
    </svg>
  );
}
