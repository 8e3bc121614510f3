import type { BoardData } from './board-data.ts';

/** Dots that a chart is worth drawing for. */
const MIN_DOTS = 3;

/** Whether a board has enough dated results, by its first metric, for a chart over time. */
export function hasChart(data: BoardData): boolean {
  if (data.board.metrics.length === 0) return false;
  const numbers = data.numbers(0);
  const dated = data.days().filter((day, row) => day !== null && (numbers[row] ?? null) !== null);
  return dated.length >= MIN_DOTS;
}
