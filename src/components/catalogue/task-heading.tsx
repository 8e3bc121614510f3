import { Link } from '@tanstack/react-router';
import type { Task } from '../../format/records/task.ts';
import { formatPlural } from '../format/numbers.ts';
import { Breadcrumbs, type Crumb } from '../layout/breadcrumbs.tsx';
import { FoldedList } from './folded-list.tsx';
import { RecordHeading } from './record-heading.tsx';
import './task-heading.css';

const SYNONYMS_SHOWN = 8;

/** Where a task stands in the archive, its names, and how much there is of it. */
export function TaskHeading({ task }: { readonly task: Task }) {
  const { name, areas, parents, synonyms, boards, papers } = task;
  const [area] = areas;
  const crumbs: Crumb[] = [
    { label: 'SotA', link: { to: '/sota' } },
    ...(area === undefined
      ? []
      : [{ label: area.name, link: { to: '/area/$area', params: { area: area.slug } } } as const]),
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
      {synonyms !== undefined && (
        <p className="muted small">
          Also known as{' '}
          <FoldedList
            items={synonyms}
            first={SYNONYMS_SHOWN}
            keyOf={(synonym) => synonym}
            render={(synonym) => synonym}
          />
        </p>
      )}
      {parents !== undefined && (
        <p className="small">
          <span className="muted">Part of </span>
          <FoldedList
            items={parents}
            first={SYNONYMS_SHOWN}
            keyOf={(parent) => parent.slug}
            render={(parent) => (
              <Link to="/task/$task" params={{ task: parent.slug }}>
                {parent.name}
              </Link>
            )}
          />
        </p>
      )}
      {areas.length > 1 && (
        <ul className="plain chips" aria-label="Areas">
          {areas.map((each) => (
            <li key={each.slug}>
              <Link to="/area/$area" params={{ area: each.slug }} className="chip">
                {each.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
