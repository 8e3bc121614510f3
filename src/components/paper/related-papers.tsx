import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Paper } from '../../format/records/paper.ts';
import { formatDate } from '../format/dates.ts';
import { MathText } from '../text/math-text.tsx';
import { paperTitle } from './paper-title.ts';
import { describeShared } from './shared-features.ts';
import './related-papers.css';

/**
 * Papers that share rare things with this one, and what they share. Each lies in a block of its own,
 * so they are read only when the reader comes near them.
 */
export function RelatedPapers({
  paper,
  related,
  readPaper,
}: {
  readonly paper: Paper;
  readonly related: readonly number[];
  readonly readPaper: (number: number) => Promise<Paper | null>;
}) {
  const list = useRef<HTMLOListElement>(null);
  const papers = useWhenSeen(list, () =>
    Promise.all(related.map((number) => readPaper(number).catch(() => null))),
  );
  return (
    <section className="page-section">
      <h2>Related papers</h2>
      <ol className="plain related-papers" ref={list}>
        {related.map((number, position) => (
          <li key={number}>
            <RelatedPaper paper={paper} other={papers?.[position]} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** @param other undefined while it is read, null when it cannot be. */
function RelatedPaper({
  paper,
  other,
}: {
  readonly paper: Paper;
  readonly other: Paper | null | undefined;
}) {
  if (other === undefined) return <span className="related-pending" />;
  if (other === null) return <span className="muted">This paper is not on the device.</span>;
  return (
    <>
      <Link to="/paper/$slug" params={{ slug: other.slug }} preload={false}>
        <MathText text={paperTitle(other)} />
      </Link>
      {other.date !== undefined && <span className="muted small"> {formatDate(other.date)}</span>}
      <p className="muted small">{describeShared(paper, other)}</p>
    </>
  );
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
