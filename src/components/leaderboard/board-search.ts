import { textField } from '../controls/search-field.ts';

/** The fields of a board's query string, none of them believed yet. */
const FIELDS = [
  'metric',
  'better',
  'sort',
  'order',
  'q',
  'extra',
  'code',
  'from',
  'until',
  'only',
  'without',
  'group',
  'columns',
  'pin',
  'rows',
  'tab',
  'chart',
  'x',
  'y',
  'log',
  'zoom',
] as const;

/** What an address asks of a board, as it stands there: `board-view.ts` says what each field means. */
export type BoardSearch = { readonly [K in (typeof FIELDS)[number]]?: string };

/** Reads a route's query string; anything that is not text is left out. */
export function parseBoardSearch(search: Record<string, unknown>): BoardSearch {
  return Object.assign({}, ...FIELDS.map((field) => textField(search, field))) as BoardSearch;
}
