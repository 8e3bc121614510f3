import { modelKey } from '../format/model-key.ts';
import type { Board } from '../format/records/board.ts';
import type { Direction } from '../format/records/shared.ts';
import { parseColumn } from './parse-column.ts';
import { rankByValue } from './ranks.ts';

/**
 * A model to be found on boards: rows are of one model when their names have the same key. Under some
 * names ("CNN") many papers report what are different models; a paper's slug keeps to its rows.
 */
export interface SoughtModel {
  readonly name: string;
  readonly paper: string | null;
}

/** What a board has of a model by one metric. */
export interface ModelResult {
  /** Place of the row in the board's order: the best of the model's rows. */
  readonly place: number;
  readonly number: number;
  /** Over the whole board, by this metric; null where it is not known which way is better. */
  readonly rank: number | null;
  /** The model's rows that have a number. */
  readonly rows: number;
}

/** Places of a model's rows on a board, in the board's order. */
export function findModelRows({ rows }: Board, model: SoughtModel): number[] {
  const key = modelKey(model.name);
  if (key === '') return [];
  return rows.flatMap((row, place) =>
    modelKey(row.model) === key && (model.paper === null || row.paper?.slug === model.paper)
      ? [place]
      : [],
  );
}

/** One metric of a board with what results of models are read from. */
export interface RankedMetric {
  /** Position of the metric on its board. */
  readonly metric: number;
  readonly direction: Direction | null;
  /** One a row; null without a number. */
  readonly numbers: readonly (number | null)[];
  readonly ranks: readonly (number | null)[];
  /** Rows that have a rank. */
  readonly ranked: number;
}

export function rankMetric({ metrics, rows }: Board, metric: number): RankedMetric {
  const direction = metrics[metric]?.direction ?? null;
  const numbers = parseColumn(rows.map(({ values }) => values[metric] ?? null)).map(
    (value) => value?.number ?? null,
  );
  const ranks = direction === null ? numbers.map(() => null) : rankByValue(numbers, direction);
  return {
    metric,
    direction,
    numbers,
    ranks,
    ranked: ranks.filter((rank) => rank !== null).length,
  };
}

/**
 * The result of a model whose rows these are: the best one, or the first where it is not known which way
 * is better. null when none of them has a number.
 */
export function bestResult(
  { direction, numbers, ranks }: RankedMetric,
  places: readonly number[],
): ModelResult | null {
  const found = places.flatMap((place) => {
    const number = numbers[place] ?? null;
    return number === null ? [] : [{ place, number, rank: ranks[place] ?? null }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const best =
    direction === null
      ? first
      : found.reduce((top, one) => ((one.rank ?? Infinity) < (top.rank ?? Infinity) ? one : top));
  return { ...best, rows: found.length };
}
