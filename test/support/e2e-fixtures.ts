/**
 * What end-to-end tests start from: a host of their own that can be stopped and started again, and a
 * browser with a profile of its own that can be closed and launched again. Offline is tested by
 * stopping the host, since the browser's own offline switch leaves service workers online.
 *
 *     test('...', async ({ site, launch }) => {
 *       const page = await launch();
 *       await page.goto(site.url);
 *       await site.stop();
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  test as plainTest,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';
import { ensureApp, ensureSampleSnapshot } from '../../scripts/project.mjs';
import {
  startServer,
  type Answer,
  type RequestRecord,
  type RunningServer,
} from '../../scripts/static-server.mjs';

export { expect } from '@playwright/test';

/** How the host of a test is set up; changed with `test.use({ siteOptions: { ... } })`. */
export interface SiteOptions {
  /** Sub-path of the site; default `/`. The app is built for it. */
  readonly base?: string;
  /** False answers unknown addresses as GitHub Pages does; default true. */
  readonly rewrite?: boolean;
  /** Folder of a snapshot; default the sample's. */
  readonly archive?: string;
  /** Folder of a built app; default the one that fits `base`. */
  readonly dist?: string;
}

export interface Site {
  /** Ends with a slash; stays the same when the host is stopped and started. */
  readonly url: string;
  /** Every request since the test began or the counters were reset, oldest first. */
  readonly requests: RequestRecord[];
  /** Cuts all connections: from here on the site is offline. */
  stop: () => Promise<void>;
  /** Starts again at the same address, perhaps with another snapshot or app. */
  start: (changed?: Pick<SiteOptions, 'archive' | 'dist'>) => Promise<void>;
  /** Asks this before every answer; null takes it away. See `Answer` of the static server. */
  intercept: (decide: ((path: string) => Answer | null) | null) => void;
}

export interface LaunchOptions extends Omit<BrowserContextOptions, 'viewport'> {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Which person's browser; default the test's own. */
  readonly profile?: string;
}

/** Starts the browser and returns its first page. Launched again, it is the browser restarted. */
export type Launch = (options?: LaunchOptions) => Promise<Page>;

interface Fixtures {
  siteOptions: SiteOptions;
  site: Site;
  /**
   * Opens the browser on the test's profile. A second call closes the first and starts anew with
   * what was stored; `launch({ profile: 'other' })` is another person's browser.
   */
  launch: Launch;
}

/** `PWC_TRACE=1` keeps a trace of each test that fails. Recording slows every test down. */
const IS_TRACED = process.env['PWC_TRACE'] === '1';

export const test = plainTest.extend<Fixtures>({
  siteOptions: [{}, { option: true }],

  site: async ({ siteOptions }, use) => {
    const site = await openSite(siteOptions);
    await use(site);
    await site.stop();
  },

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the wanted fixtures off the pattern
  launch: async ({}, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'pwc2-profile-'));
    const open = new Map<string, BrowserContext>();
    let launches = 0;

    const close = async (profile: string) => {
      const context = open.get(profile);
      if (context === undefined) return;
      open.delete(profile);
      launches += 1;
      const hasFailed = testInfo.status !== testInfo.expectedStatus;
      if (IS_TRACED) {
        await context.tracing.stop(
          hasFailed ? { path: testInfo.outputPath(`trace-${launches}.zip`) } : {},
        );
      }
      await context.close();
    };

    await use(async ({ profile = 'own', ...options } = {}) => {
      await close(profile);
      const context = await chromium.launchPersistentContext(join(folder, profile), {
        ...chromiumLaunchOptions(),
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      open.set(profile, context);
      if (IS_TRACED) await context.tracing.start({ screenshots: true, snapshots: true });
      return context.pages()[0] ?? context.newPage();
    });

    for (const profile of open.keys()) await close(profile);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Starts a host as the options say. */
async function openSite(options: SiteOptions): Promise<Site> {
  const base = options.base ?? '/';
  let dist = options.dist ?? (await ensureApp(base));
  let archive = options.archive ?? (await ensureSampleSnapshot());
  let decide: ((path: string) => Answer | null) | null = null;
  const requests: RequestRecord[] = [];
  let server: RunningServer | null = null;
  let port = 0;

  const start: Site['start'] = async (changed = {}) => {
    if (server !== null) throw new Error('The site is running; stop it first.');
    dist = changed.dist ?? dist;
    archive = changed.archive ?? archive;
    server = await startServer({
      dist,
      archive,
      port,
      base,
      rewrite: options.rewrite ?? true,
      onRequest: (record) => requests.push(record),
      intercept: (path) => decide?.(path) ?? null,
    });
    port = server.port;
  };

  await start();
  return {
    url: `http://localhost:${port}${base}`,
    requests,
    start,
    stop: async () => {
      await server?.close();
      server = null;
    },
    intercept: (decision) => {
      decide = decision;
    },
  };
}
