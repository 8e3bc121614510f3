import { textField } from '../controls/search-field.ts';

/** Query string of the list of leaderboards. */
export interface SotaSearch {
  readonly q?: string;
  /** All leaderboards instead of an overview. Any other value is as good as none. */
  readonly all?: true;
}

export function parseSotaSearch(search: Record<string, unknown>): SotaSearch {
  const { all } = search;
  const isAll = all === true || all === 1 || all === 'true';
  return { ...textField(search, 'q'), ...(isAll ? { all: true as const } : {}) };
}
