import type { ReactNode } from 'react';
import './filter-bar.css';

/** How much a filter leaves. Always there, so that nothing moves and readers of screens hear it change. */
export function FilterStatus({ children }: { readonly children: ReactNode }) {
  return (
    <p className="filter-status" role="status">
      {children}
    </p>
  );
}
