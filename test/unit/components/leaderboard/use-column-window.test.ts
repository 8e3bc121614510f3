import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsInView } from '../../../../src/components/leaderboard/use-column-window.ts';

test('every column that is in view is drawn, whatever is pinned', () => {
  const widths = fc.array(fc.integer({ min: 80, max: 400 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(widths, fc.nat(4), fc.nat(9000), fc.nat(2600), (list, pins, left, width) => {
      const pinned = Math.min(pins, list.length);
      const ends: number[] = [];
      for (const one of list) ends.push((ends.at(-1) ?? 0) + one);
      const { from, to } = columnsInView(ends, pinned, left, width);
      expect(from).toBeGreaterThanOrEqual(pinned);
      expect(to).toBeLessThanOrEqual(list.length);
      for (const [place, end] of ends.entries()) {
        const isInView = end > left && end - (list[place] ?? 0) < left + width;
        if (isInView && place >= pinned) expect(place >= from && place < to).toBe(true);
      }
    }),
  );
});

test('far columns are not drawn', () => {
  const ends = Array.from({ length: 40 }, (_, place) => (place + 1) * 100);
  expect(columnsInView(ends, 2, 0, 1000)).toEqual({ from: 2, to: 13 });
  expect(columnsInView(ends, 2, 2000, 1000)).toEqual({ from: 17, to: 33 });
});
