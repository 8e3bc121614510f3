import { Link } from '@tanstack/react-router';
import type { Area } from '../../format/records/overview.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { YearSpark } from '../spark/year-spark.tsx';
import './area-cards.css';

const TASKS_SHOWN = 5;
const BRIEF_TASKS_SHOWN = 4;

/** The areas of research: how much there is of each, how it grew, and its biggest tasks. */
export function AreaCards({
  areas,
  isBrief = false,
}: {
  readonly areas: readonly Area[];
  /** Without how it grew, and with the tasks in one paragraph. */
  readonly isBrief?: boolean;
}) {
  return (
    <ul className="plain area-cards" data-brief={isBrief}>
      {areas.map((area) => (
        <li key={area.slug}>
          <div className="area-cards-head">
            <h3 id={area.slug}>
              <Link to="/area/$area" params={{ area: area.slug }}>
                {area.name}
              </Link>
            </h3>
            {!isBrief && area.resultYears !== undefined && (
              <YearSpark years={area.resultYears} what="Results" />
            )}
          </div>
          <p className="muted small number">
            {formatPlural(area.tasks, 'task')} · {formatPlural(area.boards, 'leaderboard')}
            {!isBrief && ` · ${formatPlural(area.rows, 'result')}`}
          </p>
          {isBrief ? <TaskLine tasks={area.topTasks} /> : <TaskList tasks={area.topTasks} />}
        </li>
      ))}
    </ul>
  );
}

function TaskLine({ tasks }: { readonly tasks: Area['topTasks'] }) {
  return (
    <p className="small">
      {tasks.slice(0, BRIEF_TASKS_SHOWN).map(({ slug, name }, position) => (
        <span key={slug}>
          {position > 0 && ', '}
          <Link to="/task/$task" params={{ task: slug }}>
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}

function TaskList({ tasks }: { readonly tasks: Area['topTasks'] }) {
  return (
    <ul className="plain area-cards-tasks">
      {tasks.slice(0, TASKS_SHOWN).map(({ slug, name, boards }) => (
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
  );
}
