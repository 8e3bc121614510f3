import type { Board } from '../../format/records/board.ts';
import { encodeList, parseList } from '../leaderboard/list-field.ts';
import type { CompareSearch } from './compare-search.ts';

/** The two boards of an address. */
export interface BoardPair {
  /** Slugs, at most two, different. */
  readonly boards: readonly string[];
  readonly problems: readonly string[];
}

/** Whether an address asks for boards; what does not say so is about models. */
export function isOfBoards({ of }: CompareSearch): boolean {
  return of === 'boards';
}

export function parseBoardPair(search: CompareSearch): BoardPair {
  const asked = [...new Set(parseList(search.boards))];
  return {
    boards: asked.slice(0, 2),
    problems: asked.slice(2).map((slug) => `Two boards are compared. “${slug}” is left out.`),
  };
}

/** The metric of one side, by its name in the address; the ranking one where none or a wrong one is named. */
export function resolveMetric(
  name: string | undefined,
  { metrics, dataset }: Board,
): { readonly metric: number; readonly problem: string | null } {
  const found = name === undefined ? 0 : metrics.findIndex((metric) => metric.name === name);
  return found >= 0
    ? { metric: found, problem: null }
    : { metric: 0, problem: `“${name}” is no metric of ${dataset.name}. Left out.` };
}

/** The address of two boards, or of one that another is still to be found for. */
export function encodeBoardPair(boards: readonly string[]): CompareSearch {
  return boards.length === 0 ? { of: 'boards' } : { of: 'boards', boards: encodeList(boards) };
}
