import { Link } from '@tanstack/react-router';
import type { Area } from '../../format/records/overview.ts';
import { formatPlural } from '../format/numbers.ts';
import './home.css';

const TASKS_SHOWN = 4;

/** The areas of research, each with its biggest tasks. */
export function AreaGrid({ areas }: { readonly areas: readonly Area[] }) {
  return (
    <ul className="plain area-grid">
      {areas.map((area) => (
        <li key={area.slug}>
          <h3>
            <Link to="/area/$area" params={{ area: area.slug }}>
              {area.name}
            </Link>
          </h3>
          <p className="muted small">
            {formatPlural(area.boards, 'leaderboard')} · {formatPlural(area.tasks, 'task')}
          </p>
          <p className="small">
            {area.topTasks.slice(0, TASKS_SHOWN).map((task, position) => (
              <span key={task.slug}>
                {position > 0 && ', '}
                <Link to="/task/$task" params={{ task: task.slug }}>
                  {task.name}
                </Link>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
