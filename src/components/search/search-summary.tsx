import { Link } from '@tanstack/react-router';
import type { SearchOrder } from '../../search/search-engine.ts';
import { foldText } from '../../search/words/fold-text.ts';
import { scanWords } from '../../search/words/scan-words.ts';
import { authorTerm, textTerm } from '../../search/words/terms.ts';
import { formatPlural } from '../format/numbers.ts';

import type { FoundPapers } from './use-search.ts';

/** How many results there are, and how the query was taken. Read out when it changes. */
export function SearchSummary({
  found,
  wantedOrder,
  onExact,
}: {
  readonly found: FoundPapers;
  readonly wantedOrder: SearchOrder;
  /** Searches for the words as they were typed. */
  readonly onExact: () => void;
}) {
  const { total, isTotalLeast, setName, order } = found.response;
  const { corrections, unknown, unmatched, relaxed } = found.response;
  return (
    <div className="search-summary" role="status">
      <p>
        {total === 0 ? 'No paper has these words' : countPapers(total, isTotalLeast)}
        <span className="muted">
          {setName === 'texts' ? ' in titles, authors and abstracts' : ' in titles and authors'}
          {setName === 'titles' && total > 0 && (
            <>
              {' · '}
              <Link to="/offline">install Abstracts</Link> to search every word
            </>
          )}
        </span>
      </p>
      {order !== wantedOrder && (
        <p>This archive does not say how many repositories papers have: the best match is first.</p>
      )}
      {corrections.length > 0 && (
        <p>
          Showing results for{' '}
          {corrections.map(({ word, term }, place) => (
            <span key={word}>
              {place > 0 && ', '}
              <strong>{wordOf(term, found)}</strong> instead of {word}
            </span>
          ))}
          .{' '}
          <button type="button" className="text-button" onClick={onExact}>
            Search for exactly what I typed
          </button>
        </p>
      )}
      {unknown.length > 0 && <p>Not found anywhere: {unknown.join(', ')}.</p>}
      {unmatched.length > 0 && (
        <p>
          Nothing in the archive is called {unmatched.map((filter) => `“${filter}”`).join(' or ')}.
        </p>
      )}
      {relaxed === 'words' && (
        <p>Nothing has all that was asked for. Shown is what has some of it.</p>
      )}
      {relaxed === 'filters' && (
        <p>
          Nothing with these words passes the filters. Shown is what has the words without them.
        </p>
      )}
    </div>
  );
}

function countPapers(total: number, isLeast: boolean): string {
  return isLeast ? `At least ${formatPlural(total, 'paper')}` : formatPlural(total, 'paper');
}

/** A word of the results that a term stands for; the term itself, a stem, when none shows. */
function wordOf(term: string, { papers }: FoundPapers): string {
  for (const { paper } of papers) {
    const { title, authors } = paper;
    let found: string | null = null;
    scanWords(foldText([title, ...authors].join(' ')), (word) => {
      if (textTerm(word) === term || authorTerm(word) === `@${term}`) found ??= word;
    });
    if (found !== null) return found;
  }
  return term;
}
