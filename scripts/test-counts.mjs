/** Reads the reports of the two test runners. */

/**
 * @typedef {import('./test-steps.mjs').Counts} Counts
 *
 * @param {unknown} report vitest's JSON report
 * @returns {Counts}
 */
export function countVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } =
    /** @type {Record<string, number>} */ (report);
  const failed = numFailedTests ?? 0;
  return {
    passed: numPassedTests ?? 0,
    // A file that cannot be loaded fails without a failed test.
    failed: failed > 0 ? failed : (numFailedTestSuites ?? 0),
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

/**
 * @param {unknown} report Playwright's JSON report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { stats, errors } = /** @type {{ stats?: Record<string, number>, errors?: unknown[] }} */ (
    report
  );
  return {
    // Passed in a second try is passed; the runner's own output names those tests.
    passed: (stats?.['expected'] ?? 0) + (stats?.['flaky'] ?? 0),
    failed: (stats?.['unexpected'] ?? 0) + (errors?.length ?? 0),
    skipped: stats?.['skipped'] ?? 0,
  };
}
