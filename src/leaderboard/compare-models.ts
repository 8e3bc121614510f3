import type { Board } from '../format/records/board.ts';
import {
  bestResult,
  findModelRows,
  rankMetric,
  type ModelResult,
  type RankedMetric,
  type SoughtModel,
} from './model-results.ts';

/** Some models on one board. */
export interface BoardComparison {
  readonly board: Board;
  readonly metric: RankedMetric;
  /** One a model; null where the board has no number of it. */
  readonly results: readonly (ModelResult | null)[];
  /** Indexes of the models with the best number, several when they tie; empty without a direction. */
  readonly best: readonly number[];
}

/**
 * Compares models on one board by one metric: of those whose better side is known the first for which
 * most of the models have numbers; else the first for which most have.
 *
 * @returns null when no metric has numbers of two of the models.
 */
export function compareOnBoard(
  board: Board,
  models: readonly SoughtModel[],
): BoardComparison | null {
  const places = models.map((model) => findModelRows(board, model));
  if (places.filter((rows) => rows.length > 0).length < 2) return null;
  const candidates = board.metrics
    .map((_, metric) => {
      const ranked = rankMetric(board, metric);
      return { metric: ranked, results: places.map((rows) => bestResult(ranked, rows)) };
    })
    .filter(({ results }) => countResults(results) >= 2);
  const [chosen] = candidates.toSorted(
    (a, b) =>
      Number(a.metric.direction === null) - Number(b.metric.direction === null) ||
      countResults(b.results) - countResults(a.results) ||
      a.metric.metric - b.metric.metric,
  );
  return chosen === undefined ? null : { board, ...chosen, best: bestOf(chosen.results) };
}

/** How many of the models have a number. */
export function countResults(results: readonly (ModelResult | null)[]): number {
  return results.filter((result) => result !== null).length;
}

function bestOf(results: readonly (ModelResult | null)[]): number[] {
  const ranks = results.map((result) => result?.rank ?? Infinity);
  const top = Math.min(...ranks);
  return top === Infinity ? [] : [...ranks.keys()].filter((model) => ranks[model] === top);
}

/** One model against another over boards. */
export interface Tally {
  readonly wins: number;
  readonly losses: number;
  /** Equal numbers. */
  readonly ties: number;
}

/** Counts boards that have a rank of both models. @param first,second indexes of the models. */
export function tallyWins(
  comparisons: readonly BoardComparison[],
  first: number,
  second: number,
): Tally {
  let [wins, losses, ties] = [0, 0, 0];
  for (const { results } of comparisons) {
    const one = results[first]?.rank ?? null;
    const other = results[second]?.rank ?? null;
    if (one === null || other === null) continue;
    if (one < other) wins++;
    else if (one > other) losses++;
    else ties++;
  }
  return { wins, losses, ties };
}

/**
 * Where a rank stands among the ranked rows of its board: 1 first, 0 last. null where nothing can be
 * said: no rank, or nothing else that is ranked.
 */
export function standingOf({ ranked }: RankedMetric, rank: number | null): number | null {
  return rank === null || ranked < 2 ? null : (ranked - rank) / (ranked - 1);
}
