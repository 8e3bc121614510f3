import type { Board } from '../../format/records/board.ts';
import type { Direction } from '../../format/records/shared.ts';
import { planColumns, type BoardColumn } from './board-columns.ts';
import { dayOf } from '../../leaderboard/day.ts';
import { countRepeats } from '../../leaderboard/find-repeats.ts';
import { readModelHints, type ModelHints } from '../../leaderboard/model-hints.ts';
import { isParameterCount, parametersOf } from '../../leaderboard/model-scale.ts';
import { parseColumn } from '../../leaderboard/parse-column.ts';
import { rankByValue, type Ranks } from '../../leaderboard/ranks.ts';
import type { Value } from '../../leaderboard/value.ts';

/**
 * A board with what follows from its texts, worked out when first asked for: a board of 1,000 rows and 30
 * metrics holds more values than a page shows.
 */
export class BoardData {
  readonly board: Board;
  readonly #columns = new Map<number, readonly (Value | null)[]>();
  readonly #numbers = new Map<number, readonly (number | null)[]>();
  readonly #ranks = new Map<string, Ranks>();
  #plan: readonly BoardColumn[] | null = null;
  #days: readonly (number | null)[] | null = null;
  #hints: readonly ModelHints[] | null = null;
  #parameters: readonly (number | null)[] | null = null;
  #repeats: readonly number[] | null = null;

  constructor(board: Board) {
    this.board = board;
  }

  /** All columns that the board can show. */
  columns(): readonly BoardColumn[] {
    this.#plan ??= planColumns(this.board);
    return this.#plan;
  }

  /** Values of a metric, one a row. */
  values(metric: number): readonly (Value | null)[] {
    return remember(this.#columns, metric, () =>
      parseColumn(this.board.rows.map((row) => row.values[metric] ?? null)),
    );
  }

  /** Numbers of a metric, one a row. */
  numbers(metric: number): readonly (number | null)[] {
    return remember(this.#numbers, metric, () =>
      this.values(metric).map((value) => value?.number ?? null),
    );
  }

  /** Ranks over the whole board; without a direction there are none. */
  ranks(metric: number, direction: Direction | null): Ranks {
    return remember(this.#ranks, `${metric} ${direction}`, () =>
      direction === null
        ? this.board.rows.map(() => null)
        : rankByValue(this.numbers(metric), direction),
    );
  }

  /** Day numbers of the rows' dates. */
  days(): readonly (number | null)[] {
    this.#days ??= this.board.rows.map(({ date }) => (date === undefined ? null : dayOf(date)));
    return this.#days;
  }

  /** What the models' names say. */
  hints(): readonly ModelHints[] {
    this.#hints ??= this.board.rows.map(({ model }) => readModelHints(model));
    return this.#hints;
  }

  /** Parameters by a metric that counts them, else by the model's name. */
  parameters(): readonly (number | null)[] {
    const { metrics, rows } = this.board;
    this.#parameters ??= rows.map((_, row) => {
      for (const [metric, { name }] of metrics.entries()) {
        if (!isParameterCount(name)) continue;
        const counted = parametersOf(name, this.values(metric)[row] ?? null);
        if (counted !== null) return counted;
      }
      return this.hints()[row]?.parameters ?? null;
    });
    return this.#parameters;
  }

  /** How often each row's model stands on the board. */
  repeats(): readonly number[] {
    this.#repeats ??= countRepeats(this.board.rows);
    return this.#repeats;
  }
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
