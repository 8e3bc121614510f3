import { Link } from '@tanstack/react-router';
import type { Area } from '../../format/records/overview.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { YearSpark } from '../spark/year-spark.tsx';
import './area-cards.css';

const TASKS_SHOWN = 5;

/** The areas of research: how much there is of each, how it grew, and its biggest tasks. */
export function AreaCards({ areas }: { readonly areas: readonly Area[] }) {
  return (
    <ul className="plain area-cards">
      {areas.map((area) => (
        <li key={area.slug}>
          <div className="area-cards-head">
            <h3 id={area.slug}>
              <Link to="/area/$area" params={{ area: area.slug }}>
                {area.name}
              </Link>
            </h3>
            {area.resultYears !== undefined && (
              <YearSpark years={area.resultYears} what="Results" />
            )}
          </div>
          <p className="muted small number">
            {formatPlural(area.tasks, 'task')} · {formatPlural(area.boards, 'leaderboard')} ·{' '}
            {formatPlural(area.rows, 'result')}
          </p>
          <ul className="plain area-cards-tasks">
            {area.topTasks.slice(0, TASKS_SHOWN).map(({ slug, name, boards }) => (
              <li key={slug}>
                <Link to="/task/$task" params={{ task: slug }}>
                  {name}
                </Link>
                <span className="muted number">
                  {formatCount(boards)}
                  <span className="visually-hidden">
                    {boards === 1 ? ' leaderboard' : ' leaderboards'}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
