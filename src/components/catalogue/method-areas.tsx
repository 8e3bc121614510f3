import { Link } from '@tanstack/react-router';
import { formatCount } from '../format/numbers.ts';
import type { MethodArea } from './method-tree.ts';
import './method-areas.css';

/** Ways to the areas of methods. */
export function MethodAreas({ areas }: { readonly areas: readonly MethodArea[] }) {
  return (
    <nav aria-label="Areas of methods" className="method-areas no-print">
      <ul className="plain chips">
        {areas.map(({ slug, name, methods }) => (
          <li key={slug}>
            <Link to="/methods/area/$area" params={{ area: slug }} className="chip">
              {name} <span className="number">{formatCount(methods.length)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
