import { PaperEntry } from '../paper/paper-entry.tsx';
import { MarkedText } from './marked-text.tsx';
import type { FoundPapers } from './use-search.ts';

/** The papers that were found, with the words marked that they were found by. */
export function SearchResults({ found }: { readonly found: FoundPapers }) {
  const terms = new Set(found.response.terms);
  return (
    <ol className="plain paper-list">
      {found.papers.map((paper) => (
        <li key={paper.slug}>
          <PaperEntry
            paper={paper}
            renderText={(text) => <MarkedText text={text} terms={terms} />}
          />
        </li>
      ))}
    </ol>
  );
}
