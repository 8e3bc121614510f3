import type { ReactNode } from 'react';
import { SUMMARY_LABELS, type SummaryColumn } from './summary-columns.ts';
import '../controls/data-table.css';
import './board-summary-table.css';

/**
 * Head and columns of a table of boards; the rows are its children. Columns have fixed shares, so that
 * several tables on a page stand in line; on narrow screens every row becomes a small block.
 */
export function BoardSummaryFrame({
  columns,
  label,
  children,
}: {
  readonly columns: readonly SummaryColumn[];
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <table
      className="data-table board-summary-table"
      data-size={columns.includes('paper') ? 'full' : 'short'}
      data-task={columns.includes('task')}
      data-record={columns.includes('record')}
      aria-label={label}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {SUMMARY_LABELS[column]}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}
