import type { Board } from '../../format/records/board.ts';
import { formatPlural } from '../format/numbers.ts';

/** A board in one sentence, for search engines and previews of links. */
export function describeBoard(board: Board): string {
  const name = `${board.task.name} on ${board.dataset.name}`;
  const results = formatPlural(board.rows.length, 'result');
  const [metric] = board.metrics;
  const [best] = board.rows;
  const value = best?.values[0] ?? null;
  if (metric === undefined || best === undefined || value === null || best.rank !== 1) {
    return `Leaderboard of ${name}: ${results}.`;
  }
  return `Leaderboard of ${name}: ${results}, led by ${best.model} with ${metric.name} ${value}.`;
}
