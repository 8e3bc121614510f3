const DATE_PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/;

/** Papers are not older than this: the archive's earlier dates are slips of the keyboard. */
const FIRST_BELIEVABLE_YEAR = '1950';

/**
 * A date as the format has them, YYYY, YYYY-MM or YYYY-MM-DD, or null when the text is none or names
 * a day that no calendar has. A time of day after the date is dropped.
 */
export function parseDate(text: string): string | null {
  const match = DATE_PATTERN.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return `${year}-${month}`;
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return null;
  return `${year}-${month}-${day}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Whether a date can be right in a snapshot of that day: neither after it nor before 1950. A partial
 * date is compared in the parts that it has.
 */
export function isBelievableDate(date: string, snapshotDate: string): boolean {
  return date >= FIRST_BELIEVABLE_YEAR && date <= snapshotDate.slice(0, date.length);
}
