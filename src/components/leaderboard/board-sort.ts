import { textField } from '../controls/search-field.ts';
import type { BoardColumn } from './board-columns.ts';

/** How the address asks for a table to be sorted. Both as they stand there, not yet believed. */
export interface BoardSearch {
  readonly sort?: string;
  readonly order?: string;
}

export interface BoardSort {
  readonly columnId: string;
  readonly descending: boolean;
}

/** Reads a route's query string; anything that is not text is left out. */
export function parseBoardSearch(search: Record<string, unknown>): BoardSearch {
  return { ...textField(search, 'sort'), ...textField(search, 'order') };
}

/**
 * The sort that an address asks for; null for the archive's own order. A wrong value falls back and
 * says so in `problem`.
 */
export function resolveSort(
  search: BoardSearch,
  columns: readonly BoardColumn[],
): { readonly sort: BoardSort | null; readonly problem: string | null } {
  if (search.sort === undefined) return { sort: null, problem: null };
  const column = columns.find(({ id }) => id === search.sort);
  if (column === undefined) {
    return {
      sort: null,
      problem: `The address asks to sort by “${search.sort}”, which is not a column of this board. Shown in the archive’s order.`,
    };
  }
  const usual = { columnId: column.id, descending: isDescendingFirst(column) };
  switch (search.order) {
    case undefined:
      return { sort: usual, problem: null };
    case 'asc':
    case 'desc':
      return { sort: { columnId: column.id, descending: search.order === 'desc' }, problem: null };
    default:
      return {
        sort: usual,
        problem: `The address asks for the order “${search.order}”; “asc” and “desc” are known.`,
      };
  }
}

/** Query string of a sort; empty for the archive's own order. */
export function encodeSort(sort: BoardSort | null): BoardSearch {
  if (sort === null) return {};
  return { sort: sort.columnId, order: sort.descending ? 'desc' : 'asc' };
}

/** Whether the first click on a column puts large values first: best first, newest first, A first. */
export function isDescendingFirst(column: BoardColumn): boolean {
  switch (column.kind) {
    case 'metric':
      return column.metric.direction !== 'lower';
    case 'extra':
    case 'code':
    case 'date':
      return true;
    case 'rank':
    case 'model':
    case 'paper':
      return false;
  }
}
