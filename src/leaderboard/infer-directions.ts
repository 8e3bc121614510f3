import type { Direction } from '../format/records/shared.ts';
import { UNKNOWN_DIRECTION, opposite, type MetricDirection } from './direction.ts';
import { compareMovement, directionFromMovement, type MovementVerdict } from './movement.ts';
import { directionFromName } from './name-direction.ts';
import { DirectionPool, majority, type FirstMetric, type Votes } from './pool-directions.ts';
import { directionFromOrder, orderedNumbers, type OrderEvidence } from './row-order.ts';
import type { Value } from './value.ts';

/** As much of a board as its directions follow from. */
export interface BoardColumns {
  /** Ranking metric first. */
  readonly metrics: readonly string[];
  /** Values by metric, then by row in the archive's order. Shape: [metrics][rows]. */
  readonly columns: readonly (readonly (Value | null)[])[];
}

/** No claim is certain. */
const MAX_CONFIDENCE = 0.99;
/** Shares of right answers on the archive of 2020, found by holding evidence back. */
const NAME_CONFIDENCE = 0.98;
const MOVEMENT_CONFIDENCE = 0.95;
/** Agreement of movement below this is no claim where the name says nothing. */
const MIN_STRENGTH = 0.8;

/**
 * What is kept from the inference, to measure it: the order of the board's own rows; the votes of all
 * boards with that name as well; the words of the name as well.
 */
export type Withheld = 'own-order' | 'all-votes' | 'votes-and-words';

/**
 * Finds which way each metric of each board gets better.
 *
 * In turn, the first that tells: the order of the rows (first metric only); boards that are ordered by a
 * metric of the same name; what the name and the movement beside known metrics say together, or either
 * alone. Where these two contradict each other there is no claim.
 */
export class DirectionFinder {
  readonly #boards: readonly BoardColumns[];
  readonly #orders: readonly (OrderEvidence | null)[];
  readonly #pool: DirectionPool;

  constructor(boards: readonly BoardColumns[]) {
    this.#boards = boards;
    this.#orders = boards.map(({ columns: [first] }) =>
      first === undefined ? null : directionFromOrder(orderedNumbers(first)),
    );
    this.#pool = new DirectionPool(boards.map((_, board) => this.#firstMetric(board)));
  }

  /** Directions of all metrics of one board, in their order. @param board its place in the list. */
  find(board: number): MetricDirection[] {
    const { metrics = [] } = this.#boards[board] ?? {};
    const order = this.#orders[board] ?? null;
    return metrics.map((_, metric) => {
      if (metric > 0 || order === null) return this.#infer(board, metric, null);
      const confidence = round(Math.min(MAX_CONFIDENCE, order.confidence));
      return { direction: order.direction, source: 'row-order', confidence };
    });
  }

  /** What the order of a board's rows says. */
  order(board: number): Direction | null {
    return this.#orders[board]?.direction ?? null;
  }

  /** What would be said of a board's first metric if some of what is known of it were not. */
  findWithheld(board: number, withheld: Withheld): MetricDirection {
    return this.#infer(board, 0, { first: this.#firstMetric(board), withheld });
  }

  #firstMetric(board: number): FirstMetric {
    return {
      name: this.#boards[board]?.metrics[0] ?? '',
      direction: this.#orders[board]?.direction ?? null,
    };
  }

  /** Without the order of the rows. */
  #infer(board: number, metric: number, hidden: Hidden | null): MetricDirection {
    const { metrics = [], columns = [] } = this.#boards[board] ?? {};
    const name = metrics[metric] ?? '';
    if (!hasNumbers(columns[metric] ?? [])) return UNKNOWN_DIRECTION;
    const byName = hidden?.withheld === 'votes-and-words' ? null : directionFromName(name);
    if (byName === 'neutral') return { direction: null, source: 'neutral', confidence: null };
    const votes =
      hidden === null || hidden.withheld === 'own-order'
        ? this.#pool.votes(name, hidden?.first ?? null)
        : { higher: 0, lower: 0 };
    const pooled = majority(votes);
    if (pooled !== null) {
      return { direction: pooled, source: 'same-name', confidence: agreement(votes, pooled) };
    }
    return combine(byName, this.#movement(board, metric, hidden), votes);
  }

  /** How a metric moves beside those whose direction the archive's order or other boards tell. */
  #movement(board: number, metric: number, hidden: Hidden | null): MovementVerdict | null {
    const { metrics = [], columns = [] } = this.#boards[board] ?? {};
    const own = numbersOf(columns[metric] ?? []);
    const neighbours = columns.flatMap((column, other) => {
      if (other === metric) return [];
      const name = metrics[other] ?? '';
      const order = other === 0 ? (this.#orders[board] ?? null) : null;
      const words = directionFromName(name);
      const direction =
        order?.direction ??
        majority(this.#pool.votes(name, hidden?.first ?? null)) ??
        (words === 'neutral' ? null : words);
      if (direction === null) return [];
      return [{ direction, movement: compareMovement(own, numbersOf(column)) }];
    });
    return directionFromMovement(neighbours);
  }
}

/** Evidence that must not count. */
interface Hidden {
  readonly first: FirstMetric;
  readonly withheld: Withheld;
}

/** A name and a movement in one verdict. A single board's vote breaks a tie and is no claim by itself. */
function combine(
  byName: Direction | null,
  movement: MovementVerdict | null,
  votes: Votes,
): MetricDirection {
  const vote =
    votes.higher === votes.lower ? null : votes.higher > votes.lower ? 'higher' : 'lower';
  if (byName !== null && vote === opposite(byName)) return UNKNOWN_DIRECTION;
  if (byName !== null) {
    const isContradicted = movement !== null && movement.direction !== byName;
    if (isContradicted && movement.strength >= MIN_STRENGTH) return UNKNOWN_DIRECTION;
    return { direction: byName, source: 'name', confidence: NAME_CONFIDENCE };
  }
  if (movement === null || movement.strength < MIN_STRENGTH) return UNKNOWN_DIRECTION;
  if (vote === opposite(movement.direction)) return UNKNOWN_DIRECTION;
  const confidence = round(MOVEMENT_CONFIDENCE * movement.strength);
  return { direction: movement.direction, source: 'movement', confidence };
}

/** Laplace's rule: of n boards that agree, the next does with (n + 1) / (n + 2). */
function agreement(votes: Votes, direction: Direction): number {
  const share = (votes[direction] + 1) / (votes.higher + votes.lower + 2);
  return round(Math.min(MAX_CONFIDENCE, share));
}

function numbersOf(values: readonly (Value | null)[]): (number | null)[] {
  return values.map((value) => value?.number ?? null);
}

function hasNumbers(values: readonly (Value | null)[]): boolean {
  return values.some((value) => value !== null && value.number !== null);
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
