import type { BoardColumn, FixedColumn } from './board-columns.ts';

const LABELS: Record<FixedColumn, string> = {
  rank: 'Rank',
  here: 'Rank here',
  model: 'Model',
  extra: 'Extra data',
  paper: 'Paper',
  code: 'Code',
  date: 'Date',
  archive: 'Archive’s order',
};

/** What the head of a column says. */
export function columnLabel(column: BoardColumn): string {
  return column.kind === 'metric' ? column.metric.name : LABELS[column.kind];
}
