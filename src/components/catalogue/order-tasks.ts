import type { TaskListing } from '../../format/records/task.ts';

/** Tasks with most leaderboards first, then with most papers, then in their own order. */
export function mostBoardsFirst(tasks: readonly TaskListing[]): TaskListing[] {
  return tasks.toSorted((a, b) => b.boards - a.boards || b.papers - a.papers);
}
