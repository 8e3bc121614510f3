import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { formatCount, formatPlural } from '../format/numbers.ts';
import './task-columns.css';

export interface CountedTask {
  readonly slug: string;
  readonly name: string;
  readonly boards: number;
  readonly papers?: number;
}

/**
 * Tasks in as many columns as fit, read downwards. The number is that of their leaderboards; without
 * any, that of their papers is named instead.
 */
export function TaskColumns({ tasks }: { readonly tasks: readonly CountedTask[] }) {
  return (
    <ul className="plain task-columns">
      {tasks.map((task) => (
        <TaskLine key={task.slug} task={task} />
      ))}
    </ul>
  );
}

const TaskLine = memo(function TaskLine({ task }: { readonly task: CountedTask }) {
  return (
    <li>
      <Link to="/task/$task" params={{ task: task.slug }}>
        {task.name}
      </Link>
      <TaskCount task={task} />
    </li>
  );
});

function TaskCount({ task: { boards, papers = 0 } }: { readonly task: CountedTask }) {
  if (boards > 0) {
    return (
      <span className="task-columns-count">
        {formatCount(boards)}
        <span className="visually-hidden"> {boards === 1 ? 'leaderboard' : 'leaderboards'}</span>
      </span>
    );
  }
  if (papers === 0) return null;
  return <span className="task-columns-count">{formatPlural(papers, 'paper')}</span>;
}
