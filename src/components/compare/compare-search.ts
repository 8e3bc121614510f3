import { parseBoardSearch, type BoardSearch } from '../leaderboard/board-search.ts';
import { textField } from '../controls/search-field.ts';

/** The fields of its own that a comparison has in its query string, none of them believed yet. */
const FIELDS = [
  'of',
  'models',
  'papers',
  'held',
  'arrange',
  'boards',
  'metric1',
  'metric2',
] as const;

/**
 * What an address asks to compare, as it stands there: models, or with `of=boards` boards.
 * `models-view.ts` and `boards-view.ts` say what the other fields mean. Two boards are shown by table and chart of a board, with its fields.
 */
export type CompareSearch = { readonly [K in (typeof FIELDS)[number]]?: string } & BoardSearch;

/** Reads the route's query string; anything that is not text is left out. */
export function parseCompareSearch(search: Record<string, unknown>): CompareSearch {
  return Object.assign(
    parseBoardSearch(search),
    ...FIELDS.map((field) => textField(search, field)),
  ) as CompareSearch;
}
