import { Link } from '@tanstack/react-router';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { BoardSummaryFrame } from './board-summary-frame.tsx';
import { BoardSummaryRow } from './board-summary-row.tsx';
import type { TaskGroup } from './group-by-task.ts';
import { summaryColumns } from './summary-columns.ts';

/** Boards of a task that are shown here; one more is shown rather than linked to. */
const SHOWN = 4;
const COLUMNS = summaryColumns({ hasTask: false, isShort: true, hasRecord: false });

/** Tasks with their biggest boards, in one table. */
export function BoardGroupTable({
  groups,
  label,
}: {
  readonly groups: readonly TaskGroup[];
  readonly label: string;
}) {
  return (
    <BoardSummaryFrame columns={COLUMNS} label={label}>
      {groups.map((group) => (
        <TaskRows key={group.task.slug} group={group} />
      ))}
    </BoardSummaryFrame>
  );
}

function TaskRows({ group: { task, boards } }: { readonly group: TaskGroup }) {
  const shown = boards.length <= SHOWN + 1 ? boards : boards.slice(0, SHOWN);
  const rest = boards.length - shown.length;
  return (
    <tbody className="board-group">
      <tr className="board-group-head">
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          <Link to="/task/$task" params={{ task: task.slug }}>
            {task.name}
          </Link>
          <span className="board-group-count">{formatPlural(boards.length, 'leaderboard')}</span>
        </th>
      </tr>
      {shown.map((board) => (
        <BoardSummaryRow key={board.slug} board={board} columns={COLUMNS} />
      ))}
      {rest > 0 && (
        <tr className="board-group-more">
          <td colSpan={COLUMNS.length}>
            <Link to="/task/$task" params={{ task: task.slug }}>
              {formatCount(rest)} more
              <span className="visually-hidden"> leaderboards of {task.name}</span>
            </Link>
          </td>
        </tr>
      )}
    </tbody>
  );
}
