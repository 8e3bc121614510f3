import type { Direction } from '../format/records/shared.ts';

/** A result that can stand on a record line. */
export interface DatedResult {
  /** Place of the row on its board. */
  readonly row: number;
  /** Day number, see `dayOf`. */
  readonly day: number;
  readonly number: number;
}

/** A result that was the best one when it came out, until a better one did. */
export interface Reign {
  readonly row: number;
  readonly number: number;
  readonly from: number;
  /** Day of the next record; null for the one that still holds. */
  readonly to: number | null;
  /** By how much it was better than the one before, in the metric's own scale; null for the first. */
  readonly gain: number | null;
}

/**
 * The best results so far, in the order of their days. Only what is better than all before is a record:
 * an equal result later is none. Of several on one day the best one counts, of equal ones the first
 * row.
 *
 * Results without a day cannot stand on it; leave them out and say how many.
 */
export function recordLine(results: readonly DatedResult[], direction: Direction): Reign[] {
  const sign = direction === 'higher' ? 1 : -1;
  const ordered = results.toSorted(
    (a, b) => a.day - b.day || sign * (b.number - a.number) || a.row - b.row,
  );
  const records: DatedResult[] = [];
  for (const result of ordered) {
    const best = records.at(-1);
    if (best === undefined || sign * (result.number - best.number) > 0) records.push(result);
  }
  return records.map((record, place) => {
    const before = records[place - 1];
    return {
      row: record.row,
      number: record.number,
      from: record.day,
      to: records[place + 1]?.day ?? null,
      gain: before === undefined ? null : Math.abs(record.number - before.number),
    };
  });
}
