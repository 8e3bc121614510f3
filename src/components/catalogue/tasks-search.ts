import { flagField, textField } from '../controls/search-field.ts';

/** Query string of the list of tasks. */
export interface TasksSearch {
  readonly q?: string;
  /** Tasks without leaderboards are shown too. Any other value is as good as none. */
  readonly all?: true;
}

export function parseTasksSearch(search: Record<string, unknown>): TasksSearch {
  return { ...textField(search, 'q'), ...flagField(search, 'all') };
}
