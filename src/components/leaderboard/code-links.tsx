import { useState } from 'react';
import type { Link } from '../../format/records/shared.ts';
import { ExternalLink } from '../external-link.tsx';
import { repositoryName } from '../format/links.ts';
import { CodeIcon } from '../icons/icons.tsx';
import './code-links.css';

/** Most links shown when unfolded; a row of the archive has up to 288. */
const MOST = 12;

/** The repositories of a row: the first as an icon, the others behind "+3". */
export function CodeLinks({ links }: { readonly links: readonly Link[] }) {
  const [isOpen, setOpen] = useState(false);
  const [first, ...others] = links;
  if (first === undefined) return null;
  return (
    <div className="code-links">
      <ExternalLink href={first.url} label={`Code: ${nameOf(first)}`} className="code-links-first">
        <CodeIcon />
      </ExternalLink>
      {others.length > 0 && (
        <button
          type="button"
          className="code-links-more"
          aria-expanded={isOpen}
          aria-label={`${others.length} more code links`}
          onClick={() => setOpen(!isOpen)}
        >
          +{others.length}
        </button>
      )}
      {isOpen && (
        <ul className="plain code-links-list">
          {others.slice(0, MOST).map((link) => (
            <li key={link.url}>
              <ExternalLink href={link.url}>{nameOf(link)}</ExternalLink>
            </li>
          ))}
          {others.length > MOST && (
            <li className="muted">and {others.length - MOST} more on the paper’s page</li>
          )}
        </ul>
      )}
    </div>
  );
}

function nameOf(link: Link): string {
  return link.title ?? repositoryName(link.url);
}
