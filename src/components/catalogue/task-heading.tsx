import type { Task } from '../../format/records/task.ts';
import { formatPlural } from '../format/numbers.ts';
import { Breadcrumbs, type Crumb } from '../layout/breadcrumbs.tsx';
import { RecordHeading } from './record-heading.tsx';
import './task-heading.css';

/** Where a task stands in the archive, by its first area and parent, and how much there is of it. */
export function TaskHeading({ task }: { readonly task: Task }) {
  const { name, areas, parents, boards, papers } = task;
  const [area] = areas;
  const [parent] = parents ?? [];
  const crumbs: Crumb[] = [
    { label: 'SotA', link: { to: '/sota' } },
    ...(area === undefined
      ? []
      : [{ label: area.name, link: { to: '/area/$area', params: { area: area.slug } } } as const]),
    ...(parent === undefined
      ? []
      : [
          {
            label: parent.name,
            link: { to: '/task/$task', params: { task: parent.slug } },
          } as const,
        ]),
    { label: name },
  ];
  return (
    <div className="task-heading">
      <Breadcrumbs crumbs={crumbs} />
      <RecordHeading name={name} fullName={undefined} />
      <p className="muted task-counts">
        {boards.length === 0 ? 'No leaderboards' : formatPlural(boards.length, 'leaderboard')}
        {papers > 0 && ` · ${formatPlural(papers, 'paper')}`}
      </p>
    </div>
  );
}
