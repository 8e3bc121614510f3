import type { BoardListing } from '../../format/records/board.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { AreaMore, AreaSection, areaName } from './area-section.tsx';
import { BoardSummaryTable } from './board-summary-table.tsx';
import type { AreaGroup } from './group-by-area.ts';
import { MoreButton } from './more-button.tsx';
import { useSteps } from './use-steps.ts';

const SHOWN = 12;
const STEP = 100;

/** The biggest boards of one area. The others are on the area's page; those without unfold here. */
export function AreaBoards({ group }: { readonly group: AreaGroup<BoardListing> }) {
  const { area, members } = group;
  const steps = useSteps(members.length, { first: SHOWN, step: STEP, key: '' });
  const shown = area === null ? steps.count : SHOWN;
  return (
    <AreaSection area={area} facts={formatPlural(members.length, 'leaderboard')}>
      <BoardSummaryTable
        boards={members.slice(0, shown)}
        showTask
        isShort
        label={`Leaderboards, ${areaName(area)}`}
      />
      {area === null ? (
        <MoreButton
          onClick={steps.showMore}
          next={steps.next}
          rest={members.length - steps.count}
          what="leaderboards"
        />
      ) : (
        members.length > SHOWN && (
          <AreaMore
            area={area}
            label={`All ${formatCount(members.length)} leaderboards in ${area.name}`}
          />
        )
      )}
    </AreaSection>
  );
}
