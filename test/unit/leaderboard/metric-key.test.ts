import { expect, test } from 'vitest';
import { metricKey } from '../../../src/leaderboard/metric-key.ts';

test('blanks, case and dashes make no difference, signs do', () => {
  expect(metricKey('F1-Score')).toBe(metricKey(' f1  score'));
  expect(metricKey('Top-1 Error \u2212')).toBe(metricKey('top 1 error'));
  expect(metricKey('Recall@10')).not.toBe(metricKey('Recall 10'));
  expect(metricKey('Accuracy (%)')).not.toBe(metricKey('Accuracy'));
});
