import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { Paper } from '../../format/records/paper.ts';
import { venueSlug } from '../../format/records/venue.ts';
import { ExternalLink } from '../external-link.tsx';
import { formatDate } from '../format/dates.ts';
import { hostName, repositoryName } from '../format/links.ts';
import { CodeIcon, PaperIcon } from '../icons/icons.tsx';
import { Breadcrumbs } from '../layout/breadcrumbs.tsx';
import { MathText } from '../text/math-text.tsx';
import { plainTitle } from '../../format/tex/plain-title.ts';
import { paperTitle, venueName } from './paper-title.ts';
import { TaskChips } from './task-chips.tsx';
import './paper-heading.css';

/** Title, authors, date, venue, tasks, and the ways to the paper itself. */
export function PaperHeading({ paper }: { readonly paper: Paper }) {
  const title = paperTitle(paper);
  return (
    <div className="paper-heading">
      <Breadcrumbs
        crumbs={[{ label: 'Papers', link: { to: '/papers' } }, { label: plainTitle(title) }]}
      />
      <h1>
        <MathText text={title} />
      </h1>
      {paper.authors.length > 0 && <Authors authors={paper.authors} />}
      <div className="paper-facts">
        {paper.date !== undefined && (
          <span>
            <time dateTime={paper.date}>{formatDate(paper.date)}</time>
            {paper.dateInDoubt === true && (
              <span className="muted" title="The archive gives this date; it cannot be right.">
                {' '}
                (date in doubt)
              </span>
            )}
          </span>
        )}
        {paper.venue !== undefined && <PaperVenue venue={paper.venue} />}
        {paper.tasks !== undefined && <TaskChips tasks={paper.tasks} />}
      </div>
      <PaperButtons paper={paper} />
    </div>
  );
}

function PaperVenue({ venue }: { readonly venue: NonNullable<Paper['venue']> }) {
  const slug = venueSlug(venue.name, venue.year);
  if (slug === '') return <span className="paper-venue">{venueName(venue)}</span>;
  return (
    <Link to="/conference/$venue" params={{ venue: slug }} preload={false} className="paper-venue">
      {venueName(venue)}
    </Link>
  );
}

const AUTHORS_SHOWN = 24;

function Authors({ authors }: { readonly authors: readonly string[] }) {
  const [isWhole, setWhole] = useState(authors.length <= AUTHORS_SHOWN + 4);
  const shown = isWhole ? authors : authors.slice(0, AUTHORS_SHOWN);
  return (
    <p className="paper-authors">
      {shown.map((author, place) => (
        <Fragment key={`${place} ${author}`}>
          {place > 0 && ', '}
          <Link to="/author/$name" params={{ name: author }} preload={false}>
            {author}
          </Link>
        </Fragment>
      ))}
      {!isWhole && (
        <>
          {' '}
          <button type="button" className="text-button" onClick={() => setWhole(true)}>
            and {authors.length - AUTHORS_SHOWN} more
          </button>
        </>
      )}
    </p>
  );
}

function PaperButtons({ paper }: { readonly paper: Paper }) {
  const repository = paper.repositories?.[0];
  const page = paper.abstractUrl ?? paper.venueUrl;
  const pdf = paper.pdfUrl ?? paper.venuePdfUrl;
  return (
    <div className="paper-buttons">
      {page !== undefined && (
        <ExternalLink href={page} className="button" label={`Paper on ${hostName(page)}`}>
          <PaperIcon /> Paper
        </ExternalLink>
      )}
      {pdf !== undefined && (
        <ExternalLink href={pdf} className="button" label={`PDF on ${hostName(pdf)}`}>
          <PaperIcon /> PDF
        </ExternalLink>
      )}
      {repository !== undefined && (
        <ExternalLink
          href={repository.url}
          className="button"
          label={`Code: ${repositoryName(repository.url)}`}
        >
          <CodeIcon /> {repository.official === true ? 'Code (official)' : 'Code'}
        </ExternalLink>
      )}
      {paper.reproduces !== undefined && <Reproduces address={paper.reproduces} />}
    </div>
  );
}

/** The archive names the reproduced paper by its old address. */
function Reproduces({ address }: { readonly address: string }) {
  const slug = /\/paper\/([^/?#]+)/.exec(address)?.[1];
  if (slug === undefined)
    return <ExternalLink href={address}>Reproduces another paper</ExternalLink>;
  return (
    <Link to="/paper/$slug" params={{ slug }} className="button">
      Reproduced paper
    </Link>
  );
}
