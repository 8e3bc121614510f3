import type { Task } from '../../format/records/task.ts';
import { formatPlural } from '../format/numbers.ts';
import { PaperCards } from '../paper/paper-cards.tsx';
import { DatasetColumns } from './dataset-columns.tsx';
import { TaskColumns } from './task-columns.tsx';
import './task-sections.css';

/** Tasks that are part of this one; those without leaderboards only when asked for. */
export function Subtasks({
  tasks,
  showsAll,
  onShowAll,
}: {
  readonly tasks: NonNullable<Task['children']>;
  readonly showsAll: boolean;
  readonly onShowAll: (showsAll: boolean) => void;
}) {
  const ordered = tasks.toSorted((a, b) => b.boards - a.boards);
  const withBoards = ordered.filter(({ boards }) => boards > 0);
  const empty = tasks.length - withBoards.length;
  return (
    <section className="page-section">
      <div className="task-section-head">
        <h2>Subtasks</h2>
        {empty > 0 && (
          <label className="filter-switch">
            <input
              type="checkbox"
              checked={showsAll}
              onChange={(event) => onShowAll(event.target.checked)}
            />
            Show {formatPlural(empty, 'subtask')} without leaderboards
          </label>
        )}
      </div>
      {showsAll || withBoards.length > 0 ? (
        <TaskColumns tasks={showsAll ? ordered : withBoards} />
      ) : (
        <p className="muted">None of its subtasks has a leaderboard.</p>
      )}
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

/** The papers of a task that most repositories implement, and the newest. */
export function TaskPapers({ task }: { readonly task: Task }) {
  const { implemented, latest, papers } = task;
  if (implemented === undefined && latest === undefined) return null;
  return (
    <div className="task-papers">
      {implemented !== undefined && (
        <section className="page-section">
          <h2>Most implemented papers</h2>
          <PaperCards
            papers={implemented}
            note={({ repositories }) => formatPlural(repositories, 'repository', 'repositories')}
          />
        </section>
      )}
      {latest !== undefined && (
        <section className="page-section">
          <h2>Latest papers</h2>
          <PaperCards papers={latest} />
          {papers > latest.length && (
            <p className="muted small task-papers-note">
              The newest {latest.length} of {formatPlural(papers, 'paper')}.
            </p>
          )}
        </section>
      )}
    </div>
  );
}
