import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';
import { ROOT, ensureApp, ensureSnapshot } from '../../scripts/project.mjs';
import { startServer } from '../../scripts/static-server.mjs';
import { readSection } from '../support/dump-builds.ts';
import { installEverything, waitForServiceWorker } from '../support/e2e-steps.ts';
import { MissingInputError, percentile, rounded, type Bench } from './bench.ts';
import { NAME_HELPER } from './name-helper.ts';

const ARCHIVE = '../shared/archive-sample';
/** Key sections of the format, and where their records have pages. */
const PAGES = [
  ['boards', 'sota'],
  ['tasks', 'task'],
  ['paper-numbers', 'paper'],
  ['datasets', 'dataset'],
  ['methods', 'method'],
] as const;
const BATCH = 250;

export const pages: Bench = {
  name: 'pages',
  description:
    'every page of an installed archive, opened one after the other with the host stopped',
  async run({ log }) {
    if (!existsSync(join(ROOT, ARCHIVE))) {
      throw new MissingInputError(`The pages bench needs the dumps in ${ARCHIVE}: not there.`);
    }
    const archive = await ensureSnapshot('archive-sample', ARCHIVE);
    const paths: string[] = [];
    const counts: Record<string, number> = {};
    for (const [section, page] of PAGES) {
      const keys = (await readSection(archive, section)).map(({ key }) => key);
      counts[`${page}_pages`] = keys.length;
      paths.push(...keys.map((key) => `/${page}/${encodeURIComponent(key)}`));
    }
    const server = await startServer({ dist: await ensureApp(), archive });
    const profile = await mkdtemp(join(tmpdir(), 'pwc2-bench-'));
    const context = await chromium.launchPersistentContext(profile, chromiumLaunchOptions());
    const failures: string[] = [];
    const times: number[] = [];
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`));
      await page.addInitScript(NAME_HELPER);
      await page.goto(`${server.url}offline`);
      await waitForServiceWorker(page);
      await installEverything(page);
      await server.close();
      for (let at = 0; at < paths.length; at += BATCH) {
        const batch = paths.slice(at, at + BATCH);
        for (const { path, ms, problem } of await openPages(page, batch)) {
          times.push(ms);
          if (problem !== null) failures.push(`${path}: ${problem}`);
        }
        log(`${at + batch.length} of ${paths.length} pages opened, ${failures.length} failed`);
      }
    } finally {
      await context.close();
      await server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    return {
      metrics: {
        ...counts,
        pages_opened: times.length,
        pages_failed: failures.length,
        open_ms_p50: rounded(percentile(times, 0.5)),
        open_ms_p95: rounded(percentile(times, 0.95)),
        open_ms_max: rounded(percentile(times, 1)),
      },
      context: { archive: ARCHIVE, failures: failures.slice(0, 20) },
    };
  },
};

interface Opened {
  readonly path: string;
  /** From the change of the address until the page says that it is the one of this address. */
  readonly ms: number;
  readonly problem: string | null;
}

/** Opens pages as a click on a link does, without loading the app again. */
function openPages(page: Page, paths: readonly string[]): Promise<Opened[]> {
  return page.evaluate(async (all) => {
    const TIMEOUT_MS = 5000;
    const opened: Opened[] = [];
    const isShown = (path: string) => {
      const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
      return canonical !== undefined && new URL(canonical).pathname === path;
    };
    for (const path of all) {
      const start = performance.now();
      const shown = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!isShown(path)) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.head, { subtree: true, childList: true, attributes: true });
        setTimeout(() => {
          observer.disconnect();
          resolve();
        }, TIMEOUT_MS);
      });
      history.pushState({}, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
      await shown;
      const ms = performance.now() - start;
      const heading = document.querySelector('main h1')?.textContent ?? '';
      const isProblem = document.querySelector('main .problem') !== null;
      opened.push({
        path,
        ms,
        problem: !isShown(path)
          ? `not shown within ${TIMEOUT_MS} ms`
          : isProblem || heading === ''
            ? `it says "${heading}"`
            : null,
      });
    }
    return opened;
  }, paths);
}
