import { isKey } from '../../format/key.ts';
import type { Paper } from '../../format/records/paper.ts';
import { venueSlug, type Venue } from '../../format/records/venue.ts';
import { groupBy } from '../archive-content.ts';
import { compareText } from '../compare-text.ts';
import { defined } from '../defined.ts';

interface Member {
  readonly number: number;
  readonly repositories: number;
  readonly hasResults: boolean;
}

interface Collected {
  readonly name: string;
  readonly year: number | undefined;
  readonly members: Member[];
}

/** Collects which papers appeared at which venue, over all years and in each. */
export class VenueCollector {
  readonly #venues = new Map<string, Collected>();

  /** Takes the papers in the order of their numbers. */
  add(number: number, { venue, repositories = [], hasResults }: Paper): void {
    if (venue === undefined) return;
    const member = {
      number,
      repositories: repositories.length,
      hasResults: hasResults === true,
    };
    this.#note(venue.name, undefined, member);
    if (venue.year !== undefined) this.#note(venue.name, venue.year, member);
  }

  /** The records, by slug. */
  finish(): Venue[] {
    const venues = [...this.#venues].map(([slug, collected]) => recordOf(slug, collected));
    const byName = groupBy(venues, ({ name, year }) =>
      year === undefined ? undefined : venueSlug(name),
    );
    return venues
      .map((venue) => withEditions(venue, byName.get(venue.slug) ?? []))
      .sort((a, b) => compareText(a.slug, b.slug));
  }

  #note(name: string, year: number | undefined, member: Member): void {
    const slug = venueSlug(name, year);
    if (!isKey(slug)) return;
    const known = this.#venues.get(slug);
    // "Venue 2019" may be the name of one venue and a year of another: the first keeps the slug.
    if (known === undefined) this.#venues.set(slug, { name, year, members: [member] });
    else if (known.year === year) known.members.push(member);
  }
}

/** A venue as a whole with its years, newest first; one year as it is. */
function withEditions(venue: Venue, editions: readonly Venue[]): Venue {
  if (venue.year !== undefined || editions.length === 0) return venue;
  const years = editions.map(({ slug, year = 0, papers, withCode }) => ({
    slug,
    year,
    papers,
    withCode,
  }));
  return { ...venue, editions: years.sort((a, b) => b.year - a.year) };
}

function recordOf(slug: string, { name, year, members }: Collected): Venue {
  const ordered = members.toSorted(
    (a, b) => b.repositories - a.repositories || b.number - a.number,
  );
  return defined({
    slug,
    name,
    year,
    papers: members.length,
    withCode: members.filter(({ repositories }) => repositories > 0).length,
    withResults: members.filter(({ hasResults }) => hasResults).length,
    numbers: ordered.map(({ number }) => number),
  });
}
