import { venueSlug, type Venue } from '../../format/records/venue.ts';

/** "CVPR 2019" */
export function venueTitle({ name, year }: Pick<Venue, 'name' | 'year'>): string {
  return year === undefined ? name : `${name} ${year}`;
}

/** Slug of the venue over all years. */
export function venueWhole({ name }: Pick<Venue, 'name'>): string {
  return venueSlug(name);
}
