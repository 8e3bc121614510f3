const MS_PER_DAY = 86_400_000;

/**
 * Day number, counted from 1 January 1970, of a date as the format has them; of a month or a year
 * alone its first day. Null for a text that is none.
 */
export function dayOf(date: string): number | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (match === null) return null;
  const [, year, month = '01', day = '01'] = match;
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / MS_PER_DAY);
}

/** The last day of a date: of `2017-06` the thirtieth. For "until", where `dayOf` is for "from". */
export function lastDayOf(date: string): number | null {
  const first = dayOf(date);
  if (first === null || date.length > 7) return first;
  const start = new Date(first * MS_PER_DAY);
  const months = date.length === 4 ? 12 : 1;
  return (
    Math.round(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1) / MS_PER_DAY) - 1
  );
}

/** `2017-06-12` for a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
