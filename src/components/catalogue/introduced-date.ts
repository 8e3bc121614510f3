import { formatDate } from '../format/dates.ts';

/** When a dataset came out. The archive writes 1 January where it knows only the year. */
export function formatIntroduced(date: string): string {
  return formatDate(date.replace(/-01-01$/, ''));
}
