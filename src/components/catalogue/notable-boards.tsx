import type { BoardSummary } from '../../format/records/board.ts';
import { BoardSummaryTable } from './board-summary-table.tsx';

/** The boards that count most, with the rule by which they were chosen. */
export function NotableBoards({
  boards,
  label,
}: {
  readonly boards: readonly BoardSummary[];
  readonly label: string;
}) {
  return (
    <>
      <p className="muted small">
        Where many measured for long: the number of results, of papers that they are from, and of
        years that they are of, multiplied. One leaderboard a task.
      </p>
      <BoardSummaryTable boards={boards} showTask label={label} />
    </>
  );
}
