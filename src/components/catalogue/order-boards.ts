import type { BoardSummary } from '../../format/records/board.ts';
import type { BoardOrder } from './task-search.ts';

/** Boards in an order: those with most results first, with the newest record first, or by dataset. */
export function orderBoards(boards: readonly BoardSummary[], order: BoardOrder): BoardSummary[] {
  switch (order) {
    case 'results':
      return boards.toSorted((a, b) => b.rows - a.rows);
    case 'newest':
      // Those whose best result has no date come last.
      return boards.toSorted((a, b) => compareDates(b.best?.date ?? '', a.best?.date ?? ''));
    case 'dataset':
      return boards.toSorted((a, b) => a.dataset.localeCompare(b.dataset, 'en'));
  }
}

function compareDates(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
