import { Link } from '@tanstack/react-router';
import type { Venue } from '../../format/records/venue.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { formatShare } from '../format/shares.ts';
import { Breadcrumbs } from '../layout/breadcrumbs.tsx';
import { YearChart } from '../spark/year-chart.tsx';
import { venueTitle, venueWhole } from './venue-title.ts';
import './venue.css';

/** What a venue is, how much there is of it, and the ways to its years. */
export function VenueHeading({
  venue,
  whole,
}: {
  readonly venue: Venue;
  /** The venue over all years; null when it is this one or is not there. */
  readonly whole: Venue | null;
}) {
  const title = venueTitle(venue);
  const editions = venue.editions ?? whole?.editions ?? [];
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: 'Papers', link: { to: '/papers' } },
          ...(venue.year === undefined
            ? []
            : [
                {
                  label: venue.name,
                  link: { to: '/conference/$venue', params: { venue: venueWhole(venue) } },
                } as const,
              ]),
          { label: title },
        ]}
      />
      <h1>{title}</h1>
      <p className="page-lead">
        {formatPlural(venue.papers, 'paper')}, {formatCount(venue.withCode)} with code (
        {formatShare(venue.withCode, venue.papers)}), {formatCount(venue.withResults)} with results
        on leaderboards.
      </p>
      {editions.length > 1 && (
        <nav aria-label={`Years of ${venue.name}`} className="venue-years">
          <ul className="plain chips">
            {editions.map(({ slug, year, papers }) => (
              <li key={slug}>
                <Link to="/conference/$venue" params={{ venue: slug }} className="chip">
                  {year} <span className="number muted">{formatCount(papers)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {venue.editions !== undefined && venue.editions.length > 2 && (
        <div className="venue-chart">
          <YearChart
            label="Papers a year, with code"
            bars={venue.editions
              .toReversed()
              .map(({ year, papers, withCode }) => ({ year, value: papers, part: withCode }))}
            describe={({ year, value, part = 0 }) =>
              `${year}: ${formatPlural(value, 'paper')}, ${formatCount(part)} with code`
            }
          />
          <p className="muted small">Papers by year; those with code are coloured.</p>
        </div>
      )}
    </>
  );
}
