import type { Paper } from '../../format/records/paper.ts';

type Venue = NonNullable<Paper['venue']>;

/** `CVPR 2025 1`: venue, year, month. The month may be missing. */
const PROCEEDING = /^(\S.*?)\s+((?:19|20)\d\d)(?:\s+(\d{1,2}))?$/;

/** `cvpr-2018-6`: the same as the site's addresses have it. */
const CONFERENCE = /^([a-z0-9]+(?:-[a-z0-9]+)*)-((?:19|20)\d\d)-(\d{1,2})$/;

/** Venue from the field `proceeding`; a text of another shape is all name. */
export function parseProceeding(text: string): Venue {
  return venueOf(PROCEEDING.exec(text)) ?? { name: text };
}

/** Venue from the field `conference`, which holds a slug where it holds anything. */
export function parseConference(text: string): Venue {
  const venue = venueOf(CONFERENCE.exec(text));
  if (venue === null) return parseProceeding(text);
  return { ...venue, name: venue.name.replaceAll('-', ' ').toUpperCase() };
}

function venueOf(match: RegExpExecArray | null): Venue | null {
  if (match === null) return null;
  const [, name = '', year, month] = match;
  if (month === undefined) return { name, year: Number(year) };
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return { name, year: Number(year), ...(isMonth && { month: Number(month) }) };
}
