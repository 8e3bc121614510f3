import type { Board } from '../../format/records/board.ts';
import { formatPlural } from '../format/numbers.ts';
import { Breadcrumbs, type Crumb } from '../layout/breadcrumbs.tsx';
import { describeDirection } from './sort-header.tsx';
import './board-heading.css';

/** Where the board stands in the archive, its name, and how it is ranked. */
export function BoardHeading({ board }: { readonly board: Board }) {
  const [area] = board.areas;
  const [metric] = board.metrics;
  const papers = new Set(board.rows.flatMap((row) => row.paper?.slug ?? [])).size;
  const crumbs: Crumb[] = [
    { label: 'SotA', link: { to: '/sota' } },
    ...(area === undefined
      ? []
      : [{ label: area.name, link: { to: '/area/$area', params: { area: area.slug } } } as const]),
    { label: board.task.name, link: { to: '/task/$task', params: { task: board.task.slug } } },
    { label: board.dataset.name },
  ];
  return (
    <div className="board-heading">
      <Breadcrumbs crumbs={crumbs} />
      <h1>
        {board.task.name} on {board.dataset.name}
      </h1>
      {metric !== undefined && (
        <p className="board-metric">
          Metric: <strong>{metric.name}</strong>{' '}
          <span className="muted">({describeDirection(metric)})</span>
        </p>
      )}
      <p className="muted small">
        {formatPlural(board.rows.length, 'result')} from {formatPlural(papers, 'paper')}
        {board.metrics.length > 1 && `, ${board.metrics.length} metrics`}. Select a column’s head to
        sort by it; values are as the archive has them.
      </p>
    </div>
  );
}
