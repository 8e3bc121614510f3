import { Link } from '@tanstack/react-router';
import { formatCount } from '../format/numbers.ts';
import type { AreaGroup } from './group-by-area.ts';
import { areaAnchor, areaName } from './area-section.tsx';
import './area-links.css';

/** Ways down a long page: one to each area on it, with its number of items. */
export function AreaLinks({
  groups,
  to,
}: {
  readonly groups: readonly AreaGroup<unknown>[];
  readonly to: '/sota' | '/tasks';
}) {
  return (
    <nav aria-label="Areas on this page" className="area-links no-print">
      <ul className="plain chips">
        {groups.map(({ area, members }) => (
          <li key={areaAnchor(area)}>
            <Link
              to={to}
              hash={areaAnchor(area)}
              search={(previous) => previous}
              activeOptions={{ includeHash: true }}
              className="chip"
            >
              {areaName(area)}{' '}
              <span className="area-links-count">{formatCount(members.length)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
