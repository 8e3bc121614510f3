import { formatCount, formatPlural } from '../format/numbers.ts';
import type { TaskListing } from '../../format/records/task.ts';
import { AreaMore, AreaSection } from './area-section.tsx';
import type { AreaGroup } from './group-by-area.ts';
import { MoreButton } from './more-button.tsx';
import { TaskColumns } from './task-columns.tsx';
import { useSteps } from './use-steps.ts';

const SHOWN = 32;
const STEP = 300;

/** The biggest tasks of one area. The others are on the area's page; what has no area unfolds here. */
export function AreaTasks({ group }: { readonly group: AreaGroup<TaskListing> }) {
  const { area, members } = group;
  const steps = useSteps(members.length, { first: SHOWN, step: STEP, key: String(members.length) });
  const shown = area === null ? steps.count : SHOWN;
  return (
    <AreaSection area={area} facts={formatPlural(members.length, 'task')}>
      <TaskColumns tasks={members.slice(0, shown)} />
      {area === null ? (
        <MoreButton
          onClick={steps.showMore}
          next={steps.next}
          rest={members.length - steps.count}
          what="tasks"
        />
      ) : (
        members.length > SHOWN && (
          <AreaMore
            area={area}
            label={`All ${formatCount(members.length)} tasks in ${area.name}`}
          />
        )
      )}
    </AreaSection>
  );
}
