import { useMemo } from 'react';
import type { BoardSummary } from '../../format/records/board.ts';
import { BoardSummaryFrame } from './board-summary-frame.tsx';
import { BoardSummaryRow } from './board-summary-row.tsx';
import { summaryColumns } from './summary-columns.ts';

/** Boards as a table: what leads each and with which value. */
export function BoardSummaryTable({
  boards,
  showTask = false,
  isShort = false,
  label = 'Leaderboards',
}: {
  readonly boards: readonly BoardSummary[];
  readonly showTask?: boolean;
  /** Without record line, paper and code of the best model. */
  readonly isShort?: boolean;
  /** What screen readers call the table. */
  readonly label?: string;
}) {
  const columns = useMemo(
    () =>
      summaryColumns({
        hasTask: showTask,
        isShort,
        hasRecord: boards.some(({ record }) => record !== undefined),
      }),
    [showTask, isShort, boards],
  );
  return (
    <BoardSummaryFrame columns={columns} label={label}>
      <tbody>
        {boards.map((board) => (
          <BoardSummaryRow key={board.slug} board={board} columns={columns} />
        ))}
      </tbody>
    </BoardSummaryFrame>
  );
}
