import { textField } from '../controls/search-field.ts';

/** Query string of a page that has only a filter. */
export interface FilterSearch {
  readonly q?: string;
}

export function parseFilterSearch(search: Record<string, unknown>): FilterSearch {
  return textField(search, 'q');
}
