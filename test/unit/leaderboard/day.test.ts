import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayOf, lastDayOf } from '../../../src/leaderboard/day.ts';

test('days count from 1970; parts that are missing are the first, or for "until" the last', () => {
  expect(dayOf('1970-01-01')).toBe(0);
  expect(dayOf('2017-06')).toBe(dayOf('2017-06-01'));
  expect(lastDayOf('2017-06')).toBe(dayOf('2017-06-30'));
  expect(lastDayOf('2016-02')).toBe(dayOf('2016-02-29'));
  expect(lastDayOf('2017')).toBe(dayOf('2017-12-31'));
  expect(lastDayOf('2017-06-12')).toBe(dayOf('2017-06-12'));
});

test.each(['', 'soon', '2017-13', '2017-06-12T00:00', '17-06'])('%j is no day', (text) => {
  expect(dayOf(text)).toBeNull();
  expect(lastDayOf(text)).toBeNull();
});

test('a day comes back from its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
      expect(dayOf(dateOfDay(day))).toBe(day);
    }),
  );
});
