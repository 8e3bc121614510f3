import { Link } from '@tanstack/react-router';
import type { RecentSearchesOfPerson } from './use-recent-searches.ts';

/** What was searched for on this device, each to be searched again or forgotten. */
export function RecentSearches({ recent }: { readonly recent: RecentSearchesOfPerson }) {
  if (recent.texts.length === 0) return null;
  return (
    <section className="recent-searches">
      <div className="recent-searches-head">
        <h2>Recent searches</h2>
        <button type="button" className="text-button small" onClick={recent.clear}>
          Clear all
        </button>
      </div>
      <ul className="plain">
        {recent.texts.map((text) => (
          <li key={text}>
            <Link to="/search" search={{ q: text }}>
              {text}
            </Link>
            <button
              type="button"
              className="recent-searches-forget"
              aria-label={`Forget “${text}”`}
              onClick={() => recent.remove(text)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <p className="small muted">Kept on this device and sent nowhere.</p>
    </section>
  );
}
