import type { Board, Metric } from '../../format/records/board.ts';

/** A column of a leaderboard that can be sorted by. `id` is what the address says. */
export type BoardColumn =
  | { readonly kind: 'rank' | 'model' | 'extra' | 'paper' | 'code' | 'date'; readonly id: string }
  | {
      readonly kind: 'metric';
      readonly id: string;
      readonly metric: Metric;
      readonly position: number;
    };

const FIXED = new Set(['rank', 'model', 'extra', 'paper', 'code', 'date']);

/** A metric that fewer rows have stands behind the paper: wide boards are mostly empty columns. */
const SPARSE_SHARE = 0.2;

/**
 * Columns of a board, in the order they are shown: what ranks and what most rows have first, then paper,
 * code and date, then metrics of a few rows. Metrics go by their names in the address; one that is called
 * like another column is told apart by a prefix.
 */
export function planColumns(board: Board): BoardColumn[] {
  const metrics = board.metrics.map((metric, position): BoardColumn => ({
    kind: 'metric',
    id: FIXED.has(metric.name) ? `metric:${metric.name}` : metric.name,
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
    { kind: 'model', id: 'model' },
    ...metrics.filter((column) => !isSparse(column)),
    ...(hasExtra ? [{ kind: 'extra', id: 'extra' } as const] : []),
    { kind: 'paper', id: 'paper' },
    { kind: 'code', id: 'code' },
    { kind: 'date', id: 'date' },
    ...metrics.filter(isSparse),
  ];
}

/** Share of the rows that have a value of a metric. */
function filledShare({ rows }: Board, position: number): number {
  const filled = rows.filter((row) => (row.values[position] ?? null) !== null).length;
  return filled / Math.max(1, rows.length);
}
