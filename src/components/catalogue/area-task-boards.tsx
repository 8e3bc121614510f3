import { BoardGroupTable } from './board-group-table.tsx';
import type { TaskGroup } from './group-by-task.ts';
import { MoreButton } from './more-button.tsx';
import { useSteps } from './use-steps.ts';
import './matches.css';

const FIRST = 30;
const STEP = 60;

/** Tasks with their biggest boards, in steps. */
export function AreaTaskBoards({
  groups,
  listKey,
}: {
  readonly groups: readonly TaskGroup[];
  /** Names the list: when it changes, the steps begin anew. */
  readonly listKey: string;
}) {
  const steps = useSteps(groups.length, { first: FIRST, step: STEP, key: listKey });
  return (
    <section className="matches" aria-labelledby="boards-by-task">
      <h2 id="boards-by-task" className="visually-hidden">
        Leaderboards by task
      </h2>
      <BoardGroupTable groups={groups.slice(0, steps.count)} label="Leaderboards by task" />
      <MoreButton
        onClick={steps.showMore}
        next={steps.next}
        rest={groups.length - steps.count}
        what="tasks"
      />
    </section>
  );
}
