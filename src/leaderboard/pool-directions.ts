import type { Direction } from '../format/records/shared.ts';
import { metricKey } from './metric-key.ts';

/** Boards that must agree before a name is trusted, and how nearly all of them must. */
const MIN_BOARDS = 2;
const MIN_AGREEMENT = 0.85;

/** How many boards that are ordered by a metric say which direction. */
export interface Votes {
  readonly higher: number;
  readonly lower: number;
}

/** What one board says of the metric that it is ordered by. */
export interface FirstMetric {
  readonly name: string;
  readonly direction: Direction | null;
}

/** The votes of boards by name of metric, from which one board's own can be taken out again. */
export class DirectionPool {
  readonly #votes = new Map<string, { higher: number; lower: number }>();

  /** @param known one entry a board. */
  constructor(known: Iterable<FirstMetric>) {
    for (const { name, direction } of known) {
      if (direction === null) continue;
      const key = metricKey(name);
      const votes = this.#votes.get(key) ?? { higher: 0, lower: 0 };
      votes[direction]++;
      this.#votes.set(key, votes);
    }
  }

  /** The votes on a name. @param without a board whose own vote is not to count. */
  votes(name: string, without: FirstMetric | null = null): Votes {
    const key = metricKey(name);
    const { higher, lower } = this.#votes.get(key) ?? { higher: 0, lower: 0 };
    if (without === null || without.direction === null || metricKey(without.name) !== key) {
      return { higher, lower };
    }
    return without.direction === 'higher'
      ? { higher: higher - 1, lower }
      : { higher, lower: lower - 1 };
  }
}

/**
 * The direction that votes agree on. A name is trusted when at least two boards are ordered by it
 * and at least 85 in a hundred of them agree.
 */
export function majority({ higher, lower }: Votes): Direction | null {
  const total = higher + lower;
  if (total < MIN_BOARDS || Math.max(higher, lower) < total * MIN_AGREEMENT) return null;
  return higher > lower ? 'higher' : 'lower';
}
