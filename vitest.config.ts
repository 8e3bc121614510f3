/**
 * Two kinds of tests: `unit` in Node, `browser` in a real Chromium.
 *
 *   npx vitest run --project unit
 *   npx vitest run --project browser test/browser/db
 */
import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './scripts/ensure-chromium.mjs';

const define = {
  __APP_VERSION__: JSON.stringify('0.0.0-test'),
  __MIRRORS__: JSON.stringify(['archive/']),
  __HAS_MIRRORS__: JSON.stringify(false),
  __PUBLIC_KEYS__: JSON.stringify(''),
};

/** Ends what hangs and nothing else: a test does not fail because the machine is busy. */
const LIMITS = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

const CHROMIUM = { browser: 'chromium', viewport: { width: 1280, height: 800 } } as const;
/** It limits what the browser may store, so it gets a browser that has stored nothing yet. */
const FULL_DEVICE = 'test/browser/sync/full-device.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        define,
        test: {
          ...LIMITS,
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          // Generated inputs take their time on a busy machine, which is no fault of theirs.
          testTimeout: 60_000,
        },
      },
      {
        define,
        plugins: [react()],
        // Found late, these would be bundled in the middle of a run and reload the tests.
        optimizeDeps: {
          include: [
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'vitest-browser-react',
            '@noble/ed25519',
            '@tanstack/react-virtual',
            'dexie',
            'dompurify',
            'fzstd',
            'katex',
            'marked',
            'valibot',
          ],
        },
        test: {
          ...LIMITS,
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/archive-lab.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunchOptions() }),
            instances: [
              { ...CHROMIUM, exclude: [...configDefaults.exclude, FULL_DEVICE] },
              { ...CHROMIUM, name: 'full device', include: [FULL_DEVICE] },
            ],
          },
        },
      },
    ],
  },
});
