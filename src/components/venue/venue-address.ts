import { venueSlug } from '../../format/records/venue.ts';

/**
 * Slugs of the venue records that an address can mean, the likeliest first: `cvpr-2019-6` is the old site's, with a
 * month, for `cvpr-2019`; a year that the archive has not leads to the venue as a whole.
 */
export function venueSlugs(part: string): string[] {
  const whole = venueSlug(part);
  const withoutMonth = /^(.+-(?:19|20)\d\d)-\d{1,2}$/.exec(whole)?.[1];
  const edition = withoutMonth ?? whole;
  const withoutYear = /^(.+?)-(?:19|20)\d\d$/.exec(edition)?.[1];
  const slugs = [whole, withoutMonth, withoutYear].filter((slug) => slug !== undefined);
  return [...new Set(slugs)].filter((slug) => slug !== '');
}
