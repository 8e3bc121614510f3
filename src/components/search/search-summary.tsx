import { foldText } from '../../search/words/fold-text.ts';
import { scanWords } from '../../search/words/scan-words.ts';
import { authorTerm, textTerm } from '../../search/words/terms.ts';
import { formatPlural } from '../format/numbers.ts';

import type { FoundPapers } from './use-search.ts';

/** How many results there are, and how the query was taken. Read out when it changes. */
export function SearchSummary({
  found,
  onExact,
}: {
  readonly found: FoundPapers;
  /** Searches for the words as they were typed. */
  readonly onExact: () => void;
}) {
  const { total, setName, corrections, unknown, isRelaxed } = found.response;
  return (
    <div className="search-summary" role="status">
      <p>
        {total === 0 ? 'No paper has these words' : formatPlural(total, 'paper')}
        <span className="muted">
          {setName === 'texts' ? ' in titles, authors and abstracts' : ' in titles and authors'}
        </span>
      </p>
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
      {isRelaxed && <p>Nothing has all that was asked for. Shown is what has some of it.</p>}
    </div>
  );
}

/** A word of the results that a term stands for; the term itself, a stem, when none shows. */
function wordOf(term: string, { papers }: FoundPapers): string {
  for (const { title, authors } of papers) {
    let found: string | null = null;
    scanWords(foldText([title, ...authors].join(' ')), (word) => {
      if (textTerm(word) === term || authorTerm(word) === `@${term}`) found ??= word;
    });
    if (found !== null) return found;
  }
  return term;
}
