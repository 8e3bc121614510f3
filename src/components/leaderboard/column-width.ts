import type { Board } from '../../format/records/board.ts';
import type { BoardColumn } from './board-columns.ts';

/** Characters of a metric's name from which its head has three lines: on a phone its values show. */
const LONG_NAME = 28;

/**
 * Width of a column as CSS. Fixed from the data before anything is drawn, so that the table keeps still
 * while rows come into view. Rank and model are narrower on a phone: the style sheet says how wide.
 */
export function columnWidth(column: BoardColumn, { rows }: Pick<Board, 'rows'>): string {
  switch (column.kind) {
    case 'rank':
      return 'var(--rank-width)';
    case 'model':
      return 'var(--model-width)';
    case 'here':
    case 'extra':
      return '5rem';
    case 'paper':
      return '24rem';
    case 'code':
      return '5.5rem';
    case 'archive':
    case 'date':
      return '7rem';
    case 'metric': {
      const longest = rows.reduce(
        (length, row) => Math.max(length, row.values[column.position]?.length ?? 0),
        0,
      );
      // A name may break into two lines, a long one into three; a value should not break at all until it
      // is very long.
      const lines = column.metric.name.length > LONG_NAME ? 3 : 2;
      const nameLength = Math.max(
        column.metric.name.length / lines,
        ...column.metric.name.split(' ').map((word) => word.length),
      );
      const width = Math.min(14, Math.max(5.5, 2.25 + 0.5 * Math.max(nameLength + 2, longest)));
      return `${width}rem`;
    }
  }
}

/** Sum of widths; `0rem` of none. */
export function sumWidths(widths: readonly string[]): string {
  return widths.length === 0 ? '0rem' : `calc(${widths.join(' + ')})`;
}
