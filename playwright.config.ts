/**
 * End-to-end tests of the production build in a real Chromium: `npx playwright test` (with `PWC_TRACE=1`
 * for traces of those that fail). Every test
 * starts its own host and its own browser profile (test/support/e2e-fixtures.ts), so that hosts can be
 * stopped and browsers restarted.
 */
import { defineConfig } from '@playwright/test';

const reportFile = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '.cache/test/e2e.json';

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/support/e2e-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // No retries: a test that passes now and then is a bug to be found.
  retries: 0,
  // Tests wait for hosts and browsers half of their time, even on two cores.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: reportFile }]],
});
