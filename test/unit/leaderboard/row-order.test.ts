import { describe, expect, test } from 'vitest';
import { parseColumn } from '../../../src/leaderboard/parse-column.ts';
import { directionFromOrder, orderedNumbers } from '../../../src/leaderboard/row-order.ts';

describe('directionFromOrder', () => {
  test.each([
    ['falling numbers', [9, 8, 7], 'higher'],
    ['rising numbers', [1.5, 2, 30], 'lower'],
    ['ties on the way', [9, 9, 8, 8], 'higher'],
    ['rows without a number', [null, 9, null, 8, null], 'higher'],
    ['one row that stands wrong', [66.9, 65.5, 65.2, 57.5, 67.3], 'higher'],
    ['negative numbers', [-1, -2], 'higher'],
  ] as const)('%s', (_, values, expected) => {
    expect(directionFromOrder(values)?.direction).toBe(expected);
  });

  test.each([
    ['no rows', []],
    ['one row', [5]],
    ['one number', [null, 5, null]],
    ['equal numbers', [5, 5, 5]],
    ['as many steps up as down', [5, 6, 5]],
    ['too many steps the wrong way', [8.82, 7.65, 15.56, 11.06, 20.45]],
    ['one of three the wrong way', [9, 8, 7, 8]],
  ])('does not tell from %s', (_, values) => {
    expect(directionFromOrder(values)).toBeNull();
  });

  test('is surer the more steps agree', () => {
    const sure = (values: number[]) => directionFromOrder(values)?.confidence ?? 0;
    expect(sure([2, 1])).toBeCloseTo(2 / 3);
    expect(sure([9, 8, 7, 6, 5])).toBeCloseTo(5 / 6);
    expect(sure([9, 8, 7, 6, 8])).toBeLessThan(sure([9, 8, 7, 6, 5]));
  });
});

test('texts that the archive could not read say nothing about its order', () => {
  const texts = ['66.9', '65.5%', '64.1±0.2', '**67.3**', '76,2%', '8.8 ± 3', null, 'N/A'];
  expect(orderedNumbers(parseColumn(texts))).toEqual([66.9, 65.5, 64.1, ...Array(5).fill(null)]);
});
