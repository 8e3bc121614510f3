import type { ReactNode } from 'react';
import './problem.css';

/** A page, or a part of one, that cannot show what was asked for: what is wrong and what to do. */
export function Problem({
  title,
  children,
  actions,
  detail,
  heading: Heading = 'h1',
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** The technical words, folded away. */
  readonly detail?: string;
  /** A part of a page that has its own title is headed by `h2`. */
  readonly heading?: 'h1' | 'h2';
}) {
  return (
    <section className="problem">
      <Heading>{title}</Heading>
      {children}
      {actions !== undefined && <div className="problem-actions">{actions}</div>}
      {detail !== undefined && (
        <details>
          <summary>Details</summary>
          <p className="problem-detail">{detail}</p>
        </details>
      )}
    </section>
  );
}
