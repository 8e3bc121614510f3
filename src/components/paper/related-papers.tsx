import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Paper, SharedFeature } from '../../format/records/paper.ts';
import { formatDate } from '../format/dates.ts';
import { MathText } from '../text/math-text.tsx';
import { paperTitle } from './paper-title.ts';
import './related-papers.css';

type Related = NonNullable<Paper['related']>;

/**
 * Papers that share rare things with this one, and what they share. Each lies in a block of its own,
 * so they are read only when the reader comes near them.
 */
export function RelatedPapers({
  related,
  readPaper,
}: {
  readonly related: Related;
  readonly readPaper: (number: number) => Promise<Paper | null>;
}) {
  const list = useRef<HTMLOListElement>(null);
  const papers = useWhenSeen(list, () =>
    Promise.all(related.map(({ paper }) => readPaper(paper).catch(() => null))),
  );
  return (
    <section className="page-section">
      <h2>Related papers</h2>
      <ol className="plain related-papers" ref={list}>
        {related.map(({ paper: number, shared }, position) => {
          const paper = papers?.[position];
          return (
            <li key={number}>
              {paper === undefined ? (
                <span className="related-pending" />
              ) : paper === null ? (
                <span className="muted">This paper is not on the device.</span>
              ) : (
                <>
                  <Link to="/paper/$slug" params={{ slug: paper.slug }} preload={false}>
                    <MathText text={paperTitle(paper)} />
                  </Link>
                  {paper.date !== undefined && (
                    <span className="muted small"> {formatDate(paper.date)}</span>
                  )}
                </>
              )}
              <p className="muted small">{describeShared(shared)}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const LEADS: Record<SharedFeature['kind'], string> = {
  board: 'same board',
  task: 'same task',
  method: 'same method',
  word: 'title',
  author: 'same author',
};

/** "same board: ImageNet; title: tunnel, cracks" */
function describeShared(shared: readonly SharedFeature[]): string {
  const byKind = new Map<SharedFeature['kind'], string[]>();
  for (const { kind, name } of shared) byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
  return [...byKind].map(([kind, names]) => `${LEADS[kind]}: ${names.join(', ')}`).join('; ');
}

/** Runs `read` once, when the element is first near the screen; undefined until it has answered. */
function useWhenSeen<T>(
  element: React.RefObject<HTMLElement | null>,
  read: () => Promise<T>,
): T | undefined {
  const [value, setValue] = useState<T>();
  const latestRead = useRef(read);
  useEffect(() => {
    if (element.current === null) return undefined;
    let isCurrent = true;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        void latestRead.current().then((answer) => {
          if (isCurrent) setValue(answer);
        });
      },
      { rootMargin: '100px' },
    );
    observer.observe(element.current);
    return () => {
      isCurrent = false;
      observer.disconnect();
    };
  }, [element]);
  return value;
}
