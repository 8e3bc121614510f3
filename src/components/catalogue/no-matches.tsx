import type { ReactNode } from 'react';
import './no-matches.css';

/** In place of a list that a filter left empty: what was looked for, and what to try. */
export function NoMatches({
  what,
  query,
  hint,
  onClear,
  actions,
}: {
  /** "dataset" */
  readonly what: string;
  readonly query: string;
  readonly hint?: string;
  readonly onClear: () => void;
  readonly actions?: ReactNode;
}) {
  const wanted = query.trim();
  return (
    <div className="no-matches">
      <h2>
        No {what} matches{wanted === '' ? '' : ` “${wanted}”`}
      </h2>
      <p>
        Every word has to be part of the name.{' '}
        {hint ?? 'Try fewer words, or only their beginnings.'}
      </p>
      <div className="no-matches-actions">
        <button type="button" className="button" onClick={onClear}>
          Clear the filter
        </button>
        {actions}
      </div>
    </div>
  );
}
