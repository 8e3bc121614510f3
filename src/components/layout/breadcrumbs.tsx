import { Link, type LinkProps } from '@tanstack/react-router';
import './breadcrumbs.css';

/** A step of the way to a page. The last has no link: it is the page itself. */
export interface Crumb {
  readonly label: string;
  readonly link?: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

/** Nothing for a single step: the title says it already. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  if (crumbs.length < 2) return null;
  return (
    <nav aria-label="Breadcrumb" className="breadcrumbs">
      <ol className="plain">
        {crumbs.map(({ label, link }, position) => (
          <li key={`${position} ${label}`}>
            {link === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <Link {...link}>{label}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
