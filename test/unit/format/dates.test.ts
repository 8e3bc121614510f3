import { expect, test } from 'vitest';
import { isBelievableDate, parseDate } from '../../../src/format/dates.ts';

test.each([
  ['2017', '2017'],
  ['2017-06', '2017-06'],
  ['2017-06-12', '2017-06-12'],
  [' 2017-06-12 ', '2017-06-12'],
  ['2017-06-12T00:00:00', '2017-06-12'],
  ['2024-02-29', '2024-02-29'],
  ['2000-02-29', '2000-02-29'],
  ['2222-12-22', '2222-12-22'],
  ['2023-02-29', null],
  ['1900-02-29', null],
  ['2017-13', null],
  ['2017-00-01', null],
  ['2017-06-31', null],
  ['2017-06-00', null],
  ['17-06-12', null],
  ['2017-6-1', null],
  ['12 June 2017', null],
  ['', null],
])('parseDate(%j) is %j', (text, date) => {
  expect(parseDate(text)).toBe(date);
});

test.each([
  ['2025-07-28', true],
  ['2025-07-29', false],
  ['2025-07', true],
  ['2025-08', false],
  ['2025', true],
  ['2026', false],
  ['1950', true],
  ['1950-01-01', true],
  ['1949-12-31', false],
  ['0017-06-12', false],
  ['2222-12-22', false],
])('%s in a snapshot of 2025-07-28 is believable: %s', (date, expected) => {
  expect(isBelievableDate(date, '2025-07-28')).toBe(expected);
});
