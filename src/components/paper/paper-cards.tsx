import { Link } from '@tanstack/react-router';
import type { PaperCard } from '../../format/records/shared.ts';
import { formatDate } from '../format/dates.ts';
import { MathText } from '../text/math-text.tsx';
import './paper-cards.css';

/** Papers as short lines: title and date. */
export function PaperCards({ papers }: { readonly papers: readonly PaperCard[] }) {
  return (
    <ul className="plain paper-cards">
      {papers.map((paper) => (
        <li key={paper.slug}>
          <Link to="/paper/$slug" params={{ slug: paper.slug }}>
            <MathText text={paper.title === '' ? paper.slug : paper.title} />
          </Link>
          {paper.date !== undefined && (
            <time dateTime={paper.date} className="muted small">
              {formatDate(paper.date)}
            </time>
          )}
        </li>
      ))}
    </ul>
  );
}
