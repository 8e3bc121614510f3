import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../../scripts/test-counts.mjs';
import { formatTotal, runSteps } from '../../../scripts/test-run.mjs';

describe('counting', () => {
  test('vitest: tests that are pending or to do count as skipped', () => {
    const report = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(countVitest(report)).toEqual({ passed: 4, failed: 1, skipped: 3 });
  });

  test('vitest: a file that cannot be loaded is a failure', () => {
    const report = { numPassedTests: 4, numFailedTests: 0, numFailedTestSuites: 1 };
    expect(countVitest(report)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  test('playwright: errors outside of tests count as failures', () => {
    const stats = { expected: 3, flaky: 1, unexpected: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });
});

test('every step runs even when one fails, and the last line counts them all', async () => {
  const lines: string[] = [];
  const steps = [
    { name: 'throws', run: () => Promise.reject(new Error('on purpose')) },
    { name: 'passes', run: () => Promise.resolve({ passed: 41, failed: 0, skipped: 0 }) },
  ];
  const results = await runSteps(steps, (line) => lines.push(line));
  expect(lines).toContain('on purpose');
  expect(formatTotal(results)).toBe('41 passed, 1 failed');
});
