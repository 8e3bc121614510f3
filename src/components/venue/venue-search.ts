import { textField } from '../controls/search-field.ts';
import { parsePapersSearch, type PapersSearch } from '../paper/papers-search.ts';

export const VENUE_ORDERS = ['code', 'newest'] as const;
export type VenueOrder = (typeof VENUE_ORDERS)[number];

/** Query string of a venue's page, as it stands in the address and not yet believed. */
export interface VenueSearch extends PapersSearch {
  readonly sort?: string;
}

export function parseVenueSearch(search: Record<string, unknown>): VenueSearch {
  return { ...parsePapersSearch(search), ...textField(search, 'sort') };
}

/** The order that an address asks for; a wrong one falls back and says so. */
export function resolveVenueOrder({ sort }: VenueSearch): {
  readonly order: VenueOrder;
  readonly problem: string | null;
} {
  if (sort === undefined) return { order: 'code', problem: null };
  const order = VENUE_ORDERS.find((known) => known === sort);
  if (order !== undefined) return { order, problem: null };
  return {
    order: 'code',
    problem: `The address asks for the order “${sort}”; “code” and “newest” are known. Papers with most code come first.`,
  };
}

/** Numbers of a venue's papers in an order. @param numbers most repositories first. */
export function orderNumbers(numbers: readonly number[], order: VenueOrder): readonly number[] {
  return order === 'code' ? numbers : numbers.toSorted((a, b) => b - a);
}
