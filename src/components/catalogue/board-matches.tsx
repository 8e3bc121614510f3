import type { BoardListing } from '../../format/records/board.ts';
import { BoardSummaryTable } from './board-summary-table.tsx';
import { MoreButton } from './more-button.tsx';
import { NoMatches } from './no-matches.tsx';
import { useSteps } from './use-steps.ts';
import './matches.css';

const FIRST = 100;
const STEP = 200;

/** Boards that match a filter, in one list over all areas. */
export function BoardMatches({
  boards,
  query,
  onClear,
}: {
  readonly boards: readonly BoardListing[];
  readonly query: string;
  readonly onClear: () => void;
}) {
  const steps = useSteps(boards.length, { first: FIRST, step: STEP, key: query });
  if (boards.length === 0) {
    return <NoMatches what="leaderboard" query={query} onClear={onClear} />;
  }
  return (
    <section className="matches" aria-label="Matching leaderboards">
      <BoardSummaryTable boards={boards.slice(0, steps.count)} showTask isShort />
      <MoreButton
        onClick={steps.showMore}
        next={steps.next}
        rest={boards.length - steps.count}
        what="leaderboards"
      />
    </section>
  );
}
