import type { TaskListing } from '../../format/records/task.ts';
import { MoreButton } from './more-button.tsx';
import { TaskColumns } from './task-columns.tsx';
import { useSteps } from './use-steps.ts';

const FIRST = 60;
const STEP = 300;

/** Tasks of an area that have no results of their own. */
export function BoardlessTasks({
  tasks,
  listKey,
}: {
  readonly tasks: readonly TaskListing[];
  readonly listKey: string;
}) {
  const steps = useSteps(tasks.length, { first: FIRST, step: STEP, key: listKey });
  return (
    <section className="page-section">
      <h2>Tasks without leaderboards</h2>
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
