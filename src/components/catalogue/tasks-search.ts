import { textField } from '../controls/search-field.ts';

/** Query string of the list of tasks. */
export interface TasksSearch {
  readonly q?: string;
  /** Tasks without leaderboards are shown too. Any other value is as good as none. */
  readonly all?: true;
}

export function parseTasksSearch(search: Record<string, unknown>): TasksSearch {
  const { all } = search;
  const isAll = all === true || all === 1 || all === 'true';
  return { ...textField(search, 'q'), ...(isAll ? { all: true as const } : {}) };
}
