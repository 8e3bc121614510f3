import type { BoardColumn } from './board-columns.ts';
import type { BoardData } from './board-data.ts';
import type { SortKey } from './board-view.ts';
import type { Selection, ViewRow } from './select-rows.ts';

type SortValue = number | string | null;

/**
 * Rows in the order in which a view shows them: group by group, by the columns of its sort, shown or not,
 * and where these are equal by rank. Rows without a value of a column stand last, whichever way it sorts.
 */
export function sortRows(
  data: BoardData,
  { rows, groups }: Selection,
  sort: readonly SortKey[],
): readonly ViewRow[] {
  if (sort.length === 0 && groups.length === 0) return rows;
  const groupOrder = new Map(groups.map(({ key }, place) => [key, place]));
  const columns = new Map(data.columns().map((column) => [column.id, column]));
  const keys = sort.flatMap(({ columnId, descending }) => {
    const column = columns.get(columnId);
    if (column === undefined) return [];
    return [{ descending, values: rows.map((row) => sortValue(column, row, data)) }];
  });
  return rows
    .map((row, index) => ({ row, index, group: groupOrder.get(row.group) ?? 0 }))
    .toSorted((a, b) => {
      if (a.group !== b.group) return a.group - b.group;
      for (const { values, descending } of keys) {
        const order = compareValues(values[a.index] ?? null, values[b.index] ?? null, descending);
        if (order !== 0) return order;
      }
      return a.index - b.index;
    })
    .map(({ row }) => row);
}

/** What a row is sorted by in a column. */
function sortValue(
  column: BoardColumn,
  { row, rank, rankHere, place }: ViewRow,
  data: BoardData,
): SortValue {
  switch (column.kind) {
    case 'rank':
      return rank;
    case 'here':
      return rankHere;
    case 'archive':
      return place;
    case 'model':
      return row.model === '' ? null : row.model.toLowerCase();
    case 'metric':
      return data.numbers(column.position)[place] ?? null;
    case 'extra':
      return row.extraData === undefined ? null : Number(row.extraData);
    case 'paper':
      return row.paper?.title.toLowerCase() ?? null;
    case 'code':
      return row.code?.length ?? null;
    case 'date':
      return row.date ?? null;
  }
}

function compareValues(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a < b === descending ? 1 : -1;
}
