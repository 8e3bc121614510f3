import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Paper } from '../../format/records/paper.ts';
import { ExternalLink } from '../external-link.tsx';
import { formatDate } from '../format/dates.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { repositoryName } from '../format/links.ts';
import { CodeIcon } from '../icons/icons.tsx';
import { MathText } from '../text/math-text.tsx';
import { paperTitle, venueName } from './paper-title.ts';
import { TaskChips } from './task-chips.tsx';
import './paper-entry.css';

export const AUTHORS_SHOWN = 6;
const TASKS_SHOWN = 5;

const drawMath = (text: string): ReactNode => <MathText text={text} />;

/** How many results are known only where the record holds them itself. */
function describeResults({ results, hasResults }: Paper): string | undefined {
  if (results !== undefined) return formatPlural(results.length, 'result');
  return hasResults === true ? 'with results' : undefined;
}

/** A paper in a list. */
export function PaperEntry({
  paper,
  renderText = drawMath,
  note,
}: {
  readonly paper: Paper;
  /** Draws its title and the names of its authors, say with words marked. */
  readonly renderText?: (text: string, field: 'title' | 'authors') => ReactNode;
  /** Stands below them. */
  readonly note?: ReactNode;
}) {
  const { authors } = paper;
  const repository = paper.repositories?.[0];
  const moreRepositories = (paper.repositories?.length ?? 0) - 1;
  const facts = [
    paper.date === undefined ? undefined : formatDate(paper.date),
    paper.venue === undefined ? undefined : venueName(paper.venue),
    describeResults(paper),
  ].filter((fact) => fact !== undefined);
  return (
    <article className="paper-entry">
      <h2>
        <Link to="/paper/$slug" params={{ slug: paper.slug }}>
          {renderText(paperTitle(paper), 'title')}
        </Link>
      </h2>
      {authors.length > 0 && (
        <p className="muted small">
          {renderText(authors.slice(0, AUTHORS_SHOWN).join(', '), 'authors')}
          {authors.length > AUTHORS_SHOWN && ` and ${authors.length - AUTHORS_SHOWN} more`}
        </p>
      )}
      {note}
      <div className="paper-entry-facts small">
        {facts.length > 0 && <span>{facts.join(' · ')}</span>}
        {repository !== undefined && (
          <ExternalLink href={repository.url} className="paper-entry-code">
            <CodeIcon />
            {repositoryName(repository.url)}
          </ExternalLink>
        )}
        {moreRepositories > 0 && (
          <span className="muted">and {formatCount(moreRepositories)} more</span>
        )}
        {paper.tasks !== undefined && <TaskChips tasks={paper.tasks.slice(0, TASKS_SHOWN)} />}
      </div>
    </article>
  );
}
