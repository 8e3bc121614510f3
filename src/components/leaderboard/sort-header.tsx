import type { Metric } from '../../format/records/board.ts';
import type { BoardColumn } from './board-columns.ts';

const LABELS: Record<Exclude<BoardColumn['kind'], 'metric'>, string> = {
  rank: 'Rank',
  model: 'Model',
  extra: 'Extra data',
  paper: 'Paper',
  code: 'Code',
  date: 'Date',
};

/** Head of a column: its name, which way is better, and a button that sorts by it. */
export function SortHeader({
  column,
  sorted,
  onClick,
}: {
  readonly column: BoardColumn;
  readonly sorted: false | 'asc' | 'desc';
  readonly onClick: () => void;
}) {
  return (
    <th
      scope="col"
      data-kind={column.kind}
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      <button type="button" onClick={onClick} data-sorted={sorted}>
        <span>
          {column.kind === 'metric' ? column.metric.name : LABELS[column.kind]}
          {column.kind === 'metric' && <DirectionMark metric={column.metric} />}
        </span>
        <SortMark sorted={sorted} />
      </button>
    </th>
  );
}

/** The direction in words, with how it is known. */
export function describeDirection(metric: Metric): string {
  if (metric.direction === null) return 'it is not known which way is better';
  const direction = `${metric.direction} is better`;
  return metric.directionSource === 'row-order'
    ? `${direction}, from the archive’s order of rows`
    : `${direction}, as on other boards with this metric`;
}

function DirectionMark({ metric }: { readonly metric: Metric }) {
  if (metric.direction === null) return null;
  return (
    <span className="board-direction" title={describeDirection(metric)}>
      {metric.direction === 'higher' ? ' ↑' : ' ↓'}
      <span className="visually-hidden"> ({metric.direction} is better)</span>
    </span>
  );
}

function SortMark({ sorted }: { readonly sorted: false | 'asc' | 'desc' }) {
  return (
    <svg viewBox="0 0 10 14" width="9" height="13" aria-hidden="true" className="board-sort-mark">
      <path d="M5 1 9 6H1z" data-on={sorted === 'asc'} />
      <path d="M5 13 1 8h8z" data-on={sorted === 'desc'} />
    </svg>
  );
}
