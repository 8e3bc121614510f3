import type { Row } from '../../format/records/board.ts';
import type { BoardColumn } from './board-columns.ts';

/**
 * Width of a column in rem. Fixed from the data before anything is drawn, so that the table keeps
 * still while rows come into view.
 */
export function columnWidth(column: BoardColumn, rows: readonly Row[]): number {
  switch (column.kind) {
    case 'rank':
      return 4.25;
    case 'model':
      return 15;
    case 'extra':
      return 5;
    case 'paper':
      return 24;
    case 'code':
      return 5.5;
    case 'date':
      return 7;
    case 'metric': {
      const longest = rows.reduce(
        (length, row) => Math.max(length, row.values[column.position]?.length ?? 0),
        0,
      );
      // A name may break into two lines; a value should not break at all until it is very long.
      const nameLength = Math.max(
        column.metric.name.length / 2,
        ...column.metric.name.split(' ').map((word) => word.length),
      );
      return Math.min(14, Math.max(5.5, 2.25 + 0.5 * Math.max(nameLength + 2, longest)));
    }
  }
}
