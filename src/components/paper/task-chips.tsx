import { Link } from '@tanstack/react-router';
import type { LooseRef } from '../../format/records/shared.ts';

/** Tasks of a paper or a dataset; those with a page are links. */
export function TaskChips({ tasks }: { readonly tasks: readonly LooseRef[] }) {
  return (
    <ul className="plain chips">
      {tasks.map((task) => (
        <li key={task.slug ?? task.name}>
          {task.slug === undefined ? (
            <span className="chip" data-kind="plain">
              {task.name}
            </span>
          ) : (
            <Link to="/task/$task" params={{ task: task.slug }} className="chip">
              {task.name}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
