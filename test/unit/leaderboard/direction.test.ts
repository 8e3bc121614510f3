import { describe, expect, test } from 'vitest';
import {
  directionFromOrder,
  metricKey,
  poolDirections,
} from '../../../src/leaderboard/direction.ts';

describe('directionFromOrder', () => {
  test.each([
    ['falling numbers', [9, 8, 7], 'higher'],
    ['rising numbers', [1.5, 2, 30], 'lower'],
    ['ties on the way', [9, 9, 8, 8], 'higher'],
    ['rows without a number', [null, 9, null, 8, null], 'higher'],
    ['one unreadable row that the site put last', [66.9, 65.5, 65.2, 57.5, 67.3], 'higher'],
    ['negative numbers', [-1, -2], 'higher'],
  ] as const)('%s', (_, values, expected) => {
    expect(directionFromOrder(values)).toBe(expected);
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
});

test('metricKey: blanks, case and dashes make no difference, signs do', () => {
  expect(metricKey('F1-Score')).toBe(metricKey(' f1  score'));
  expect(metricKey('Top-1 Error \u2212')).toBe(metricKey('top 1 error'));
  expect(metricKey('Recall@10')).not.toBe(metricKey('Recall 10'));
  expect(metricKey('Accuracy (%)')).not.toBe(metricKey('Accuracy'));
});

describe('poolDirections', () => {
  const known = (name: string, direction: 'higher' | 'lower' | null, times: number) =>
    Array.from({ length: times }, () => ({ name, direction }));

  test('trusts a name that two boards agree on', () => {
    const pooled = poolDirections([
      ...known('Accuracy', 'higher', 2),
      ...known('FPR95', 'lower', 3),
    ]);
    expect(pooled.get(metricKey('accuracy'))).toBe('higher');
    expect(pooled.get(metricKey('fpr95'))).toBe('lower');
  });

  test('does not trust one board, nor a name that boards differ on', () => {
    const pooled = poolDirections([
      ...known('Loss', 'lower', 1),
      ...known('Score', 'higher', 8),
      ...known('Score', 'lower', 1),
      ...known('Time', null, 5),
    ]);
    expect([...pooled]).toEqual([]);
  });

  test('one of ten may differ', () => {
    const pooled = poolDirections([...known('mAP', 'higher', 9), ...known('MAP', 'lower', 1)]);
    expect(pooled.get('map')).toBe('higher');
  });

  test('names of properties are only names', () => {
    const pooled = poolDirections(known('__proto__', 'lower', 2));
    expect(pooled.get(metricKey('__proto__'))).toBe('lower');
  });
});
