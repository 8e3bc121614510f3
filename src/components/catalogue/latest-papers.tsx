import type { PaperCard } from '../../format/records/shared.ts';
import { PaperCards } from '../paper/paper-cards.tsx';
import './latest-papers.css';

/** The newest papers of a task or a method. */
export function LatestPapers({
  papers,
  note,
}: {
  readonly papers: readonly PaperCard[];
  /** Of how many they are; null when they are all. */
  readonly note: string | null;
}) {
  return (
    <section className="page-section">
      <h2>Latest papers</h2>
      <PaperCards papers={papers} />
      {note !== null && <p className="muted small latest-papers-note">{note}</p>}
    </section>
  );
}
