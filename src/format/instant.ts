import { parseDate } from './dates.ts';

const INSTANT_PATTERN = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/**
 * Whether a text is a second in UTC as the format writes it, `YYYY-MM-DDTHH:MM:SSZ`, of a day that
 * the calendar has. Such texts order as the seconds do.
 */
export function isInstant(text: string): boolean {
  const day = INSTANT_PATTERN.exec(text)?.[1];
  return day !== undefined && parseDate(day) === day;
}
