import { isBelievableDate } from '../../format/dates.ts';
import type { YearCounts } from '../../format/records/shared.ts';

/** How many dates are in each year; only believable ones count. Undefined when none is. */
export function countYears(
  dates: Iterable<string | undefined>,
  snapshotDate: string,
): YearCounts | undefined {
  const byYear = new Map<number, number>();
  for (const date of dates) {
    if (date === undefined || !isBelievableDate(date, snapshotDate)) continue;
    const year = Number(date.slice(0, 4));
    byYear.set(year, (byYear.get(year) ?? 0) + 1);
  }
  if (byYear.size === 0) return undefined;
  const first = Math.min(...byYear.keys());
  const last = Math.max(...byYear.keys());
  const counts = Array.from({ length: last - first + 1 }, (_, i) => byYear.get(first + i) ?? 0);
  return { first, counts };
}

/** Dates of all rows of some boards. */
export function rowDates(
  boards: readonly { readonly raw: { readonly rows: readonly { readonly date?: string }[] } }[],
): (string | undefined)[] {
  return boards.flatMap(({ raw }) => raw.rows.map(({ date }) => date));
}
