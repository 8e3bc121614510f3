import type { TaskListing } from '../../format/records/task.ts';
import { formatPlural } from '../format/numbers.ts';
import { MoreButton } from './more-button.tsx';
import { NoMatches } from './no-matches.tsx';
import { TaskColumns } from './task-columns.tsx';
import { useSteps } from './use-steps.ts';
import './matches.css';

const FIRST = 300;
const STEP = 600;

/** Tasks that match a filter, in one list. */
export function TaskMatches({
  tasks,
  hidden,
  query,
  onClear,
  onShowAll,
}: {
  readonly tasks: readonly TaskListing[];
  /** Matching tasks without leaderboards that are not among them. */
  readonly hidden: number;
  readonly query: string;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
}) {
  const steps = useSteps(tasks.length, { first: FIRST, step: STEP, key: query });
  if (tasks.length === 0) {
    return (
      <NoMatches
        what={hidden > 0 ? 'task with leaderboards' : 'task'}
        query={query}
        onClear={onClear}
        actions={
          hidden > 0 && (
            <button type="button" className="button" data-kind="primary" onClick={onShowAll}>
              Show {formatPlural(hidden, 'task')} without leaderboards
            </button>
          )
        }
      />
    );
  }
  return (
    <section className="matches" aria-label="Matching tasks">
      <TaskColumns tasks={tasks.slice(0, steps.count)} />
      <MoreButton
        onClick={steps.showMore}
        next={steps.next}
        rest={tasks.length - steps.count}
        what="tasks"
      />
    </section>
  );
}
