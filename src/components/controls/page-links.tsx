import type { ReactNode } from 'react';
import { formatCount } from '../format/numbers.ts';
import './page-links.css';

interface LinkAttributes {
  readonly className: string;
  readonly rel?: 'prev' | 'next';
}

/** Steps through the pages of a long list. The caller makes the links, which belong to its route. */
export function PageLinks({
  page,
  pages,
  renderLink,
}: {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly renderLink: (page: number, label: string, attributes: LinkAttributes) => ReactNode;
}) {
  if (pages < 2) return null;
  return (
    <nav className="page-links" aria-label="Pages">
      {page > 1 ? renderLink(page - 1, 'Previous', { className: 'button', rel: 'prev' }) : <span />}
      <span className="muted small">
        Page {formatCount(page)} of {formatCount(pages)}
      </span>
      {page < pages ? renderLink(page + 1, 'Next', { className: 'button', rel: 'next' }) : <span />}
    </nav>
  );
}
