import type { DocumentRange } from './lists/posting-list.ts';

/** Segments that an index can have at most: an entry of its dictionary has a bit for each. */
export const MAX_SEGMENTS = 8;

/** Segments but the last end at multiples of these, as far as there are papers, so that few of them grow. */
export const SEGMENT_STEPS: readonly number[] = [1 << 17, 1 << 14];

/**
 * Cuts papers by their numbers, so that lists of older papers stay as they are when newer ones come, as
 * the levels of a log-structured merge tree do. The last segment, which alone may be empty, is the one that grows.
 * @param steps descending.
 */
export function planSegments(documents: number, steps = SEGMENT_STEPS): DocumentRange[] {
  const segments: DocumentRange[] = [];
  let from = 0;
  for (const step of steps) {
    const to = Math.floor(documents / step) * step;
    if (to > from) segments.push({ from, to });
    from = Math.max(from, to);
  }
  return [...segments, { from, to: documents }];
}
