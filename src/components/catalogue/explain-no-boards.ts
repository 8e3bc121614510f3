import type { Task } from '../../format/records/task.ts';

/** Why a task's page has no leaderboards, and which related tasks may have some. */
export function explainNoBoards({ papers, children = [], parents = [] }: Task): string {
  const reason =
    papers > 0
      ? 'The archive has no results for this task, only papers that name it.'
      : 'The archive has no results for this task.';
  if (children.some((child) => child.boards > 0)) return `${reason} Its subtasks have some.`;
  const [parent] = parents;
  return parent === undefined ? reason : `${reason} See ${parent.name}, which it is part of.`;
}
