import { Link } from '@tanstack/react-router';
import { formatCount } from '../format/numbers.ts';
import type { MethodCollection } from './method-tree.ts';
import './task-columns.css';

/** Collections in as many columns as fit, each with the number of its methods. */
export function CollectionColumns({
  collections,
}: {
  readonly collections: readonly MethodCollection[];
}) {
  return (
    <ul className="plain task-columns">
      {collections.map(({ slug, name, methods }) => (
        <li key={slug}>
          <Link to="/methods/category/$slug" params={{ slug }}>
            {name}
          </Link>
          <span className="task-columns-count">
            {formatCount(methods.length)}
            <span className="visually-hidden">{methods.length === 1 ? ' method' : ' methods'}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
