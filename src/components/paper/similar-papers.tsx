import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Paper } from '../../format/records/paper.ts';
import { formatDate } from '../format/dates.ts';
import { MathText } from '../text/math-text.tsx';
import { paperTitle } from './paper-title.ts';
import { describeShared } from './shared-features.ts';
import './similar-papers.css';

/** Similar papers asked for, and the room that is kept for them. */
export const MAX_SIMILAR = 8;

/** A paper like another. */
export interface FoundSimilar {
  readonly number: number;
  /** null when it cannot be read. */
  readonly paper: Paper | null;
  /** Telling words that both have. */
  readonly words: readonly string[];
  /** Names of leaderboards that both are on. */
  readonly boards: readonly string[];
}

type Search =
  | { readonly kind: 'pending' }
  | { readonly kind: 'found'; readonly found: readonly FoundSimilar[] }
  | { readonly kind: 'failed'; readonly error: Error };

/**
 * Papers like this one, and what they share. They are searched for, and read from a block each, only when
 * the reader comes near them.
 */
export function SimilarPapers({
  paper,
  find,
}: {
  readonly paper: Paper;
  readonly find: (signal: AbortSignal) => Promise<readonly FoundSimilar[]>;
}) {
  const section = useRef<HTMLElement>(null);
  const search = useWhenSeen(section, find);
  return (
    <section className="page-section" ref={section} aria-busy={search.kind === 'pending'}>
      <h2>Similar papers</h2>
      <SimilarList paper={paper} search={search} />
    </section>
  );
}

function SimilarList({ paper, search }: { readonly paper: Paper; readonly search: Search }) {
  switch (search.kind) {
    case 'pending':
      return (
        <ol className="plain similar-papers" aria-hidden="true">
          {Array.from({ length: MAX_SIMILAR }, (_, place) => (
            <li key={place}>
              <span className="similar-pending" />
            </li>
          ))}
        </ol>
      );
    case 'failed':
      return (
        <p className="muted">
          Similar papers could not be looked for. {search.error.message}{' '}
          <Link to="/offline">What is on this device</Link>
        </p>
      );
    case 'found':
      if (search.found.length === 0) {
        return (
          <p className="muted">No paper of the archive shares anything telling with this one.</p>
        );
      }
      return (
        <ol className="plain similar-papers">
          {search.found.map((found) => (
            <li key={found.number}>
              <SimilarPaper paper={paper} found={found} />
            </li>
          ))}
        </ol>
      );
  }
}

function SimilarPaper({
  paper,
  found: { paper: other, words, boards },
}: {
  readonly paper: Paper;
  readonly found: FoundSimilar;
}) {
  if (other === null) return <span className="muted">This paper could not be read.</span>;
  return (
    <>
      <Link to="/paper/$slug" params={{ slug: other.slug }} preload={false}>
        <MathText text={paperTitle(other)} />
      </Link>
      {other.date !== undefined && <span className="muted small"> {formatDate(other.date)}</span>}
      <p className="muted small">{describeShared(paper, other, { words, boards })}</p>
    </>
  );
}

/** Searches once, when the element is first near the screen. */
function useWhenSeen(
  element: React.RefObject<HTMLElement | null>,
  find: (signal: AbortSignal) => Promise<readonly FoundSimilar[]>,
): Search {
  const [search, setSearch] = useState<Search>({ kind: 'pending' });
  const latestFind = useRef(find);
  useEffect(() => {
    if (element.current === null) return undefined;
    const controller = new AbortController();
    const settle = (settled: Search): void => {
      if (!controller.signal.aborted) setSearch(settled);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        latestFind.current(controller.signal).then(
          (found) => settle({ kind: 'found', found }),
          (error: unknown) =>
            settle({
              kind: 'failed',
              error: error instanceof Error ? error : new Error(String(error)),
            }),
        );
      },
      { rootMargin: '100px' },
    );
    observer.observe(element.current);
    return () => {
      controller.abort();
      observer.disconnect();
    };
  }, [element]);
  return search;
}
