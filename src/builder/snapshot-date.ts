import { isBelievableDate } from '../format/dates.ts';

/** The site closed in these days and the dumps ended: later dates in them are slips. */
export const ARCHIVE_CLOSED = '2025-07-28';

/**
 * The day that the data describes: the latest full date in it that is not after the archive's close.
 * Never the clock, so that the same dumps give the same snapshot on any day.
 */
export function planSnapshotDate(dates: Iterable<string | undefined>): string {
  let latest = '';
  for (const date of dates) {
    if (date?.length !== ARCHIVE_CLOSED.length || date <= latest) continue;
    if (isBelievableDate(date, ARCHIVE_CLOSED)) latest = date;
  }
  return latest === '' ? ARCHIVE_CLOSED : latest;
}
