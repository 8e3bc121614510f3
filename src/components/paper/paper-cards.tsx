import { Link } from '@tanstack/react-router';
import type { PaperCard } from '../../format/records/shared.ts';
import { formatDate } from '../format/dates.ts';
import { MathText } from '../text/math-text.tsx';
import './paper-cards.css';

/** Papers as short lines: title, and date or what a note says instead. */
export function PaperCards<Card extends PaperCard>({
  papers,
  note,
}: {
  readonly papers: readonly Card[];
  readonly note?: (paper: Card) => string;
}) {
  return (
    <ul className="plain paper-cards">
      {papers.map((paper) => (
        <li key={paper.slug}>
          <Link to="/paper/$slug" params={{ slug: paper.slug }}>
            <MathText text={paper.title === '' ? paper.slug : paper.title} />
          </Link>
          {note !== undefined && <span className="muted small paper-note">{note(paper)}</span>}
          {note === undefined && paper.date !== undefined && (
            <time dateTime={paper.date} className="muted small">
              {formatDate(paper.date)}
            </time>
          )}
        </li>
      ))}
    </ul>
  );
}
