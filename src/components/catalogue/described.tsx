import type { ReactNode } from 'react';
import type { Link } from '../../format/records/shared.ts';
import { ExternalLink } from '../external-link.tsx';
import { hostName } from '../format/links.ts';
import { Markdown } from '../text/markdown.tsx';
import './facts.css';

/** The description of a record with its facts beside it. Without a description only the facts. */
export function Described({
  text,
  source,
  facts,
}: {
  readonly text: string | undefined;
  /** Where the text is from. */
  readonly source?: Link | undefined;
  readonly facts: ReactNode;
}) {
  return (
    <div className="catalogue-body" data-text={text !== undefined}>
      {text !== undefined && (
        <section className="prose" aria-label="Description">
          <Markdown text={text} />
          {source !== undefined && (
            <p className="small">
              <span className="muted">Source: </span>
              <ExternalLink href={source.url}>{source.title ?? hostName(source.url)}</ExternalLink>
            </p>
          )}
        </section>
      )}
      {facts}
    </div>
  );
}
