import type { ReactNode } from 'react';
import './facts.css';

/** What is known of a record, as terms with what they say. The children are `Fact`s. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One of them. Left out when there is nothing to say. */
export function Fact({
  label,
  isLong = false,
  children,
}: {
  readonly label: string;
  /** Needs the whole width where that is small. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}) {
  if (children === undefined || children === null || children === false) return null;
  return (
    <div data-long={isLong}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
