import type { Board } from '../../format/records/board.ts';
import { memo } from 'react';
import { Breadcrumbs, type Crumb } from '../layout/breadcrumbs.tsx';
import { formatPlural } from '../format/numbers.ts';
import './board-heading.css';

/** Where the board stands in the archive, its name, and how much it holds. */
export const BoardHeading = memo(function BoardHeading({ board }: { readonly board: Board }) {
  const [area] = board.areas;
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
      <p className="muted small">
        {formatPlural(board.rows.length, 'result')} from {formatPlural(papers, 'paper')}
        {board.metrics.length > 1 && `, ${board.metrics.length} metrics`}. Values are as the archive
        has them.
      </p>
    </div>
  );
});
