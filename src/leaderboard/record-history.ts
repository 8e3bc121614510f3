import type { Direction } from '../format/records/shared.ts';
import { dateOfDay } from './day.ts';
import { recordLine, type DatedResult } from './record-line.ts';

/** The best value so far, from a month (YYYY-MM) on. */
export type RecordPoint = [month: string, number: number];

/**
 * A board's record line in few points, for a picture too small for more: each record with its month, and
 * last the best value in the month of the newest result. Of more than `most` points the records with the
 * smallest gains are left out; the first and the last stay. Of several in one month the best one counts.
 * Null where fewer than two results are given: one point is no line.
 * @param most at least 2.
 */
export function recordHistory(
  results: readonly DatedResult[],
  direction: Direction,
  most: number,
): RecordPoint[] | null {
  if (results.length < 2) return null;
  const reigns = recordLine(results, direction);
  const first = reigns[0];
  const last = reigns.at(-1);
  if (first === undefined || last === undefined) return null;
  const newest = Math.max(...results.map(({ day }) => day));
  const byMonth = new Map<string, { readonly number: number; readonly gain: number }>();
  for (const { from, number, gain } of reigns) {
    const month = monthOf(from);
    // Gains within a month add up.
    byMonth.set(month, { number, gain: (byMonth.get(month)?.gain ?? 0) + (gain ?? 0) });
  }
  const months = [...byMonth.keys()];
  const ends = new Set([months[0], months.at(-1)]);
  const needsEnd = monthOf(newest) !== months.at(-1);
  const room = most - (needsEnd ? 1 : 0) - ends.size;
  const between = months
    .filter((month) => !ends.has(month))
    .sort((a, b) => (byMonth.get(b)?.gain ?? 0) - (byMonth.get(a)?.gain ?? 0));
  const kept = new Set([...ends, ...between.slice(0, Math.max(0, room))]);
  const points = [...byMonth]
    .filter(([month]) => kept.has(month))
    .map(([month, { number }]): RecordPoint => [month, number]);
  if (needsEnd) points.push([monthOf(newest), last.number]);
  return points;
}

function monthOf(day: number): string {
  return dateOfDay(day).slice(0, 7);
}
