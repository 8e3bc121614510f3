import { memo } from 'react';
import type { BoardSummary } from '../../format/records/board.ts';
import { BoardSummaryCell } from './board-summary-cell.tsx';
import type { SummaryColumn } from './summary-columns.ts';

/** One board in a table of boards, named by its dataset. */
export const BoardSummaryRow = memo(function BoardSummaryRow({
  board,
  columns,
}: {
  readonly board: BoardSummary;
  readonly columns: readonly SummaryColumn[];
}) {
  return (
    <tr>
      {columns.map((column) =>
        column === 'dataset' ? (
          <th key={column} scope="row" data-column={column}>
            <BoardSummaryCell column={column} board={board} />
          </th>
        ) : (
          <td key={column} data-column={column} data-unit={unitOf(column, board)}>
            <BoardSummaryCell column={column} board={board} />
          </td>
        ),
      )}
    </tr>
  );
});

/** What a number counts, shown where the row stands without its head. */
function unitOf(column: SummaryColumn, board: BoardSummary): string | undefined {
  if (column !== 'results') return undefined;
  return board.rows === 1 ? 'result' : 'results';
}
