import { Link } from '@tanstack/react-router';
import type { Result } from '../../format/records/paper.ts';
import { packTitle } from '../packs.ts';
import { ResultsTable } from './results-table.tsx';

/** What is known of a paper's results. */
export type PaperResults =
  | { readonly kind: 'results'; readonly results: readonly Result[] }
  | { readonly kind: 'not-on-device' }
  | { readonly kind: 'failed'; readonly error: Error };

/** A paper's results, or why they are not there; nothing for a paper that has none. */
export function ResultsSection({
  found,
  paper,
}: {
  readonly found: PaperResults;
  /** Slug. */
  readonly paper: string;
}) {
  if (found.kind === 'results') {
    return found.results.length > 0 && <ResultsTable results={found.results} paper={paper} />;
  }
  return (
    <section className="page-section">
      <h2>Results</h2>
      {found.kind === 'not-on-device' ? (
        <p className="notice">
          The results are part of the <strong>{packTitle('papers')}</strong> pack, which is not
          whole on this device, and the archive cannot be reached right now.{' '}
          <Link to="/offline">See what is installed</Link>
        </p>
      ) : (
        <p className="notice" role="alert">
          The results could not be read. {found.error.message}
        </p>
      )}
    </section>
  );
}
