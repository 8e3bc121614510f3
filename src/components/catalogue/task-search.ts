import { flagField, textField } from '../controls/search-field.ts';

export const BOARD_ORDERS = ['results', 'newest', 'dataset'] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];

/** Query string of a task's page, as it stands in the address and not yet believed. */
export interface TaskSearch {
  /** Filters its leaderboards. */
  readonly q?: string;
  readonly sort?: string;
  /** Only leaderboards whose best model has code. Any other value is as good as none. */
  readonly code?: true;
  /** Subtasks without leaderboards are shown too. */
  readonly all?: true;
}

export function parseTaskSearch(search: Record<string, unknown>): TaskSearch {
  return {
    ...textField(search, 'q'),
    ...textField(search, 'sort'),
    ...flagField(search, 'code'),
    ...flagField(search, 'all'),
  };
}

/** The order that an address asks for; a wrong one falls back and says so. */
export function resolveBoardOrder({ sort }: TaskSearch): {
  readonly order: BoardOrder;
  readonly problem: string | null;
} {
  if (sort === undefined) return { order: 'results', problem: null };
  const order = BOARD_ORDERS.find((known) => known === sort);
  if (order !== undefined) return { order, problem: null };
  return {
    order: 'results',
    problem: `The address asks for the order “${sort}”; known are ${BOARD_ORDERS.join(', ')}. Boards with most results come first.`,
  };
}
