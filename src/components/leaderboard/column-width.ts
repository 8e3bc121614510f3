import type { Board } from '../../format/records/board.ts';
import type { BoardColumn } from './board-columns.ts';

/**
 * Lines that a metric's name may take in the head of its column, the longer the more: on a phone there is
 * room for some 8rem beside rank and model.
 */
function headLines(name: string): number {
  if (name.length <= 20) return 2;
  return name.length <= 36 ? 3 : 4;
}

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
      // A value should not break at all until it is very long, a name between its words.
      const { name } = column.metric;
      const nameLength = Math.max(
        name.length / headLines(name),
        ...name.split(/[\s-]/).map((word) => word.length),
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
