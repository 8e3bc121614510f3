import type { YearCounts } from '../../format/records/shared.ts';

/** Bars of a spark line in a box of `width` by `height`: one a year, the highest as high as the box. */
export interface SparkBar {
  readonly year: number;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Share of a bar's place that stays empty. */
const GAP = 0.2;
/** Years of a spark line at most: of longer runs the latest. */
const MAX_YEARS = 16;

/**
 * The years that are worth a bar: at most the latest 16, without those before the first count.
 *
 * @param keepsEmpty keeps these, so that several spark lines of the same years can be read together.
 */
export function trimYears({ first, counts }: YearCounts, keepsEmpty = false): YearCounts {
  const start = Math.max(
    keepsEmpty ? 0 : counts.findIndex((count) => count > 0),
    counts.length - MAX_YEARS,
    0,
  );
  return { first: first + start, counts: counts.slice(start) };
}

/** Bars of the years, side by side. */
export function sparkBars(
  { first, counts }: YearCounts,
  box: { readonly width: number; readonly height: number },
): SparkBar[] {
  const most = Math.max(...counts, 1);
  const step = box.width / Math.max(counts.length, 1);
  return counts.map((count, place) => {
    // What is there can be seen, however little.
    const height = count === 0 ? 0 : Math.max(1, (count / most) * box.height);
    return {
      year: first + place,
      count,
      x: place * step,
      y: box.height - height,
      width: step * (1 - GAP),
      height,
    };
  });
}

/** "2014 to 2025, most in 2021 (1,234)", for those who do not see the bars. */
export function describeYears(
  { first, counts }: YearCounts,
  formatCount: (count: number) => string,
): string {
  const most = Math.max(...counts);
  const peak = first + counts.indexOf(most);
  const last = first + counts.length - 1;
  const span = first === last ? `${first}` : `${first} to ${last}`;
  return `${span}, most in ${peak} (${formatCount(most)})`;
}

/** A month as a number that goes up by 1 a month; null for a text that is none. */
function monthNumber(month: string): number | null {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  return match === null ? null : Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** A record line as corners of a stair, in a box of `width` by `height`; better is up. */
export function sparkStair(
  record: readonly (readonly [month: string, number: number])[],
  direction: 'higher' | 'lower',
  box: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number }[] {
  const points = record.flatMap(([month, number]) => {
    const at = monthNumber(month);
    return at === null ? [] : [{ at, number }];
  });
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = Math.max(last.at - first.at, 1);
  const numbers = points.map(({ number }) => number);
  const least = Math.min(...numbers);
  const range = Math.max(...numbers) - least;
  const place = ({ at, number }: { at: number; number: number }) => {
    const share = range === 0 ? 0.5 : (number - least) / range;
    const up = direction === 'higher' ? share : 1 - share;
    return { x: ((at - first.at) / span) * box.width, y: (1 - up) * box.height };
  };
  return points.flatMap((point, index) => {
    const corner = place(point);
    const before = points[index - 1];
    // The old record holds until the day of the new one.
    return before === undefined ? [corner] : [{ x: corner.x, y: place(before).y }, corner];
  });
}
