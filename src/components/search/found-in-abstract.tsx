import { useEffect, useMemo, useRef, useState } from 'react';
import type { Abstract } from '../../format/records/paper.ts';
import { makeSnippet } from './make-snippet.ts';
import { MarkedText } from './marked-text.tsx';

/** Of a block a few rows away: it is there when its row comes into view. */
const AHEAD = '200px';

/** What an abstract has of the words that were found. It is read when its row comes into view. */
export function FoundInAbstract({
  terms,
  readAbstract,
}: {
  readonly terms: ReadonlySet<string>;
  readonly readAbstract: () => Promise<Abstract>;
}) {
  const element = useRef<HTMLParagraphElement>(null);
  const read = useRef(readAbstract);
  const [abstract, setAbstract] = useState<Abstract | undefined>();
  useEffect(() => {
    if (element.current === null) return undefined;
    let isCurrent = true;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        observer.disconnect();
        read.current().then(
          (text) => {
            if (isCurrent) setAbstract(text);
          },
          // The row is worth showing without it.
          () => undefined,
        );
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element.current);
    return () => {
      isCurrent = false;
      observer.disconnect();
    };
  }, []);
  const snippet = useMemo(
    () => (typeof abstract === 'string' ? makeSnippet(abstract, terms) : null),
    [abstract, terms],
  );
  return (
    <p ref={element} className="found-in-abstract small">
      {abstract === null && (
        <span className="muted">The archive has no abstract of this paper.</span>
      )}
      {snippet !== null && (
        <>
          <span className="found-field">Abstract</span>{' '}
          <MarkedText text={snippet.text.replaceAll('$', '')} terms={terms} field="text" />
        </>
      )}
    </p>
  );
}
