import type { Task } from '../../format/records/task.ts';
import { BoardSummaryTable } from './board-summary-table.tsx';
import { DatasetColumns } from './dataset-columns.tsx';
import { explainNoBoards } from './explain-no-boards.ts';
import { TaskColumns } from './task-columns.tsx';

/** Every leaderboard of a task; says so when there is none, and where else to look. */
export function TaskBoards({ task }: { readonly task: Task }) {
  return (
    <section className="page-section">
      <h2>Leaderboards</h2>
      {task.boards.length > 0 ? (
        <BoardSummaryTable boards={task.boards} />
      ) : (
        <p className="muted">{explainNoBoards(task)}</p>
      )}
    </section>
  );
}

/** Tasks that are part of this one. */
export function Subtasks({ tasks }: { readonly tasks: NonNullable<Task['children']> }) {
  return (
    <section className="page-section">
      <h2>Subtasks</h2>
      <TaskColumns tasks={tasks.toSorted((a, b) => b.boards - a.boards)} />
    </section>
  );
}

/** Datasets of the catalogue that name this task. */
export function TaskDatasets({ datasets }: { readonly datasets: NonNullable<Task['datasets']> }) {
  return (
    <section className="page-section">
      <h2>Datasets</h2>
      <DatasetColumns datasets={datasets} />
    </section>
  );
}
