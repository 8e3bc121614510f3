import type { Board, Metric } from '../../format/records/board.ts';

/** Columns that any board can have. `here` ranks among the rows that a filter leaves. */
const FIXED = ['rank', 'here', 'model', 'extra', 'paper', 'code', 'date', 'archive'] as const;
export type FixedColumn = (typeof FIXED)[number];

/** A column of a leaderboard. `id` is what the address says. */
export type BoardColumn =
  | { readonly kind: FixedColumn; readonly id: string }
  | {
      readonly kind: 'metric';
      readonly id: string;
      readonly metric: Metric;
      readonly position: number;
    };

/** A metric that fewer rows have stands behind the paper: wide boards are mostly empty columns. */
const SPARSE_SHARE = 0.2;

/**
 * Columns of a board, in the order they are shown: what ranks and what most rows have first, then paper,
 * code and date, then metrics of a few rows; `here` and `archive`, which only some views show, stand
 * beside the rank and last. Metrics go by their names in the address; one that is called like another
 * column is told apart by a prefix.
 */
export function planColumns(board: Board): BoardColumn[] {
  const fixed = new Set<string>([...FIXED, 'none']);
  const metrics = board.metrics.map((metric, position): BoardColumn => ({
    kind: 'metric',
    id: fixed.has(metric.name) ? `metric:${metric.name}` : metric.name,
    metric,
    position,
  }));
  const isSparse = (column: BoardColumn) =>
    column.kind === 'metric' &&
    column.position > 0 &&
    filledShare(board, column.position) < SPARSE_SHARE;
  const hasExtra = board.rows.some((row) => row.extraData !== undefined);
  return [
    { kind: 'rank', id: 'rank' },
    { kind: 'here', id: 'here' },
    { kind: 'model', id: 'model' },
    ...metrics.filter((column) => !isSparse(column)),
    ...(hasExtra ? [{ kind: 'extra', id: 'extra' } as const] : []),
    { kind: 'paper', id: 'paper' },
    { kind: 'code', id: 'code' },
    { kind: 'date', id: 'date' },
    ...metrics.filter(isSparse),
    { kind: 'archive', id: 'archive' },
  ];
}

/** Columns of a view in their order, pinned ones first. The rank here shows when a filter is set. */
export function chooseColumns(
  all: readonly BoardColumn[],
  chosen: { readonly columns: readonly string[] | null; readonly pinned: readonly string[] | null },
  isFiltered: boolean,
): { readonly shown: readonly BoardColumn[]; readonly pinned: number } {
  const byId = new Map(all.map((column) => [column.id, column]));
  const order =
    chosen.columns?.flatMap((id) => byId.get(id) ?? []) ??
    all.filter(({ kind }) => kind !== 'archive' && (kind !== 'here' || isFiltered));
  const pins = new Set(chosen.pinned ?? ['rank', 'here', 'model']);
  const pinned = order.filter(({ id }) => pins.has(id));
  return { shown: [...pinned, ...order.filter(({ id }) => !pins.has(id))], pinned: pinned.length };
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
    case 'here':
    case 'model':
    case 'paper':
    case 'archive':
      return false;
  }
}

/** Share of the rows that have a value of a metric. */
function filledShare({ rows }: Board, position: number): number {
  const filled = rows.filter((row) => (row.values[position] ?? null) !== null).length;
  return filled / Math.max(1, rows.length);
}
