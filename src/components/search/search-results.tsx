import { useMemo, type KeyboardEvent } from 'react';
import type { Abstract } from '../../format/records/paper.ts';
import { AUTHORS_SHOWN, PaperEntry } from '../paper/paper-entry.tsx';
import { FoundInAbstract } from './found-in-abstract.tsx';
import { isFoundWord, WORDS } from './found-words.ts';
import { MarkedText } from './marked-text.tsx';
import type { FoundPapers } from './use-search.ts';

/**
 * The papers that were found, with the words marked that they were found by. Arrows go from one to the
 * next, and from the first back to the box.
 */
export function SearchResults({
  found: { response, papers },
  readAbstract,
  onFollow,
  onLeave,
}: {
  readonly found: FoundPapers;
  readonly readAbstract: (number: number) => Promise<Abstract>;
  /** Called when a result is opened. */
  readonly onFollow: () => void;
  /** Called when an arrow leads out at the top. */
  readonly onLeave: () => void;
}) {
  const terms = useMemo(() => new Set(response.terms), [response.terms]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows between its links
    <ol
      className="plain paper-list search-results"
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('h2 a') !== null) onFollow();
      }}
      onKeyDown={(event) => moveBetweenResults(event, onLeave)}
    >
      {papers.map(({ number, paper }) => (
        <li key={number}>
          <PaperEntry
            paper={paper}
            renderText={(text, field) => (
              <MarkedText
                text={text}
                terms={terms}
                field={field === 'authors' ? 'author' : 'text'}
              />
            )}
            note={
              <>
                <HiddenAuthors authors={paper.authors.slice(AUTHORS_SHOWN)} terms={terms} />
                {response.setName === 'texts' && (
                  <FoundInAbstract terms={terms} readAbstract={() => readAbstract(number)} />
                )}
              </>
            }
          />
        </li>
      ))}
    </ol>
  );
}

/** Authors that the entry leaves out, but that the paper was found by. */
function HiddenAuthors({
  authors,
  terms,
}: {
  readonly authors: readonly string[];
  readonly terms: ReadonlySet<string>;
}) {
  const found = authors.filter((name) =>
    name
      .split(WORDS)
      .some((piece, place) => place % 2 === 1 && isFoundWord(piece, terms, 'author')),
  );
  if (found.length === 0) return null;
  return (
    <p className="small muted">
      <span className="found-field">Also by</span>{' '}
      <MarkedText text={found.join(', ')} terms={terms} field="author" />
    </p>
  );
}

function moveBetweenResults(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>('h2 a')];
  const own = titles.indexOf(event.target as HTMLElement);
  if (own < 0) return;
  event.preventDefault();
  const next = own + (event.key === 'ArrowDown' ? 1 : -1);
  if (next < 0) onLeave();
  else titles[next]?.focus();
}
