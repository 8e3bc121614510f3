import { Link } from '@tanstack/react-router';
import type { PaperCard } from '../../format/records/shared.ts';
import { PageHead } from '../layout/page-head.tsx';
import { Problem } from '../layout/problem.tsx';
import { PaperCards } from '../paper/paper-cards.tsx';
import { SiteLink } from '../site-link.tsx';
import { slugWords } from './address-words.ts';
import './lost-page.css';

/** A page that the address may mean. */
export interface LostCandidate {
  readonly kind: 'board' | 'task' | 'dataset' | 'method' | 'paper';
  readonly slug: string;
}

const KINDS = {
  board: { label: 'Leaderboard', path: '/sota' },
  task: { label: 'Task', path: '/task' },
  dataset: { label: 'Dataset', path: '/dataset' },
  method: { label: 'Method', path: '/method' },
  paper: { label: 'Paper', path: '/paper' },
} as const;

/** For an address that has no page: what it may mean, and what the archive has on its words. */
export function LostPage({
  path,
  words,
  parent,
  candidates,
  papers,
}: {
  /** As it stands in the address. */
  readonly path: string;
  /** What it is about; '' when it names nothing. */
  readonly words: string;
  /** The page that it lies below, if that is one. */
  readonly parent: string | null;
  readonly candidates: readonly LostCandidate[];
  /** Found by its words. */
  readonly papers: readonly PaperCard[];
}) {
  return (
    <div className="lost-page">
      <PageHead title="Not found" description="There is no such page in the archive." />
      <Problem
        title="There is no such page"
        actions={
          <>
            {words !== '' && (
              <Link to="/search" search={{ q: words }} className="button" data-kind="primary">
                Search for its words
              </Link>
            )}
            <Link to="/sota" className="button">
              All leaderboards
            </Link>
            <Link to="/tasks" className="button">
              Tasks
            </Link>
            <Link to="/papers" className="button">
              Papers
            </Link>
          </>
        }
      >
        <p>
          The archive has nothing under <code className="lost-path">{path}</code>. If it comes from
          an old link, the record may have had another name, or it was never part of the published
          dumps.
        </p>
      </Problem>
      {(candidates.length > 0 || parent !== null) && (
        <section className="page-section" aria-labelledby="lost-candidates">
          <h2 id="lost-candidates">It may be one of these</h2>
          <ul className="plain paper-cards lost-candidates">
            {parent !== null && (
              <li>
                <SiteLink to={parent}>{parent}</SiteLink>
                <span className="muted small">The page above this one</span>
              </li>
            )}
            {candidates.map(({ kind, slug }) => (
              <li key={`${kind} ${slug}`}>
                <SiteLink to={`${KINDS[kind].path}/${encodeURIComponent(slug)}`}>
                  {slugWords(slug)}
                </SiteLink>
                <span className="muted small">{KINDS[kind].label}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {papers.length > 0 && (
        <section className="page-section" aria-labelledby="lost-papers">
          <h2 id="lost-papers">Papers with its words</h2>
          <PaperCards papers={papers} />
        </section>
      )}
    </div>
  );
}
