import type { SearchOrder } from '../../search/search-engine.ts';
import { textField } from '../controls/search-field.ts';

/** Query string of the search page, as it stands in the address and not yet believed. */
export interface SearchAddress {
  /** What was typed, operators included. */
  readonly q?: string;
  readonly sort?: string;
  readonly page?: string;
}

export function parseSearchAddress(search: Record<string, unknown>): SearchAddress {
  return { ...textField(search, 'q'), ...textField(search, 'sort'), ...textField(search, 'page') };
}

/** The address of a query and its order; the usual order goes without saying. */
export function writeSearchAddress(text: string, order: SearchOrder): SearchAddress {
  return parseSearchAddress({ q: text, sort: order === 'relevance' ? undefined : order });
}

const ORDERS: readonly SearchOrder[] = ['relevance', 'date', 'repositories'];

export interface ResolvedSearch {
  readonly text: string;
  readonly order: SearchOrder;
  /** From 1. */
  readonly page: number;
  /** What of the address was not understood, in a sentence. */
  readonly problem: string | null;
}

/** What an address asks for; what it asks wrongly falls back, and `problem` says so. */
export function resolveSearch({ q = '', sort, page }: SearchAddress): ResolvedSearch {
  const problems: string[] = [];
  const order = sort === undefined ? 'relevance' : ORDERS.find((known) => known === sort);
  if (order === undefined) {
    const known = ORDERS.map((one) => `“${one}”`).join(', ');
    problems.push(`The address asks for the order “${sort}”; known are ${known}.`);
  }
  const number = page === undefined ? 1 : Number(page);
  const isPage = Number.isSafeInteger(number) && number >= 1;
  if (!isPage) {
    problems.push(`The address asks for page “${page}”, which is not a number from 1.`);
  }
  return {
    text: q,
    order: order ?? 'relevance',
    page: isPage ? number : 1,
    problem: problems.length === 0 ? null : problems.join(' '),
  };
}
