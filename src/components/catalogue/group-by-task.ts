import type { BoardListing } from '../../format/records/board.ts';
import type { Ref } from '../../format/records/shared.ts';

export interface TaskGroup {
  readonly task: Ref;
  readonly boards: readonly BoardListing[];
}

/** Boards under their tasks: tasks with most boards first, boards in their own order. */
export function groupByTask(boards: readonly BoardListing[]): TaskGroup[] {
  const groups = new Map<string, { task: Ref; boards: BoardListing[] }>();
  for (const board of boards) {
    const group = groups.get(board.task.slug);
    if (group === undefined) groups.set(board.task.slug, { task: board.task, boards: [board] });
    else group.boards.push(board);
  }
  return [...groups.values()].sort((a, b) => b.boards.length - a.boards.length);
}
