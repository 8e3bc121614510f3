import { cutText } from '../text.ts';

/**
 * A record that is too large for a block is made smaller, a little at first: long texts are cut,
 * then links left out, then texts cut short, then lists. Limits are the same for a record's lists,
 * so that lists of equal length stay so.
 */
const STEPS: readonly { maxText: number; maxItems: number; keepLinks: boolean }[] = [
  { maxText: 2_000, maxItems: Infinity, keepLinks: true },
  { maxText: 2_000, maxItems: Infinity, keepLinks: false },
  { maxText: 200, maxItems: Infinity, keepLinks: false },
  { maxText: 200, maxItems: 2_000, keepLinks: false },
  { maxText: 200, maxItems: 200, keepLinks: false },
  { maxText: 100, maxItems: 20, keepLinks: false },
];

/** Lists of links on the rows of boards, which no page needs. */
const LINK_LISTS = new Set(['code', 'links']);

/**
 * The record made smaller, or null when there is no further step.
 * @param step 0 for the mildest.
 */
export function shrinkRecord(record: unknown, step: number): unknown {
  const limits = STEPS[step];
  if (limits === undefined) return null;
  return shrink(record, limits);
}

function shrink(value: unknown, limits: (typeof STEPS)[number]): unknown {
  if (typeof value === 'string') return cutText(value, limits.maxText);
  if (Array.isArray(value)) {
    return value.slice(0, limits.maxItems).map((item) => shrink(item, limits));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => limits.keepLinks || !LINK_LISTS.has(key) || !Array.isArray(member))
      .map(([key, member]) => [key, shrink(member, limits)]),
  );
}
