import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApp } from '../../scripts/project.mjs';
import { PACK_NAMES, packBytes, parseManifest } from '../../src/format/manifest.ts';
import { JULY_2025 } from './archive/archive-size.ts';
import { rounded, type Bench, type Metrics } from './bench.ts';
import { ensureGeneratedSnapshots } from './install/generated-snapshots.ts';
import { watchHeap } from './install/heap-watch.ts';
import { openDevicePage, openLab, type Lab } from './install/lab.ts';
import {
  clickAndWait,
  openOfflinePage,
  openOfflinePagePlainly,
  waitUntilFreed,
} from './install/offline-page.ts';
import { launchPlainChromium } from './plain-chromium.ts';
import { readEndState } from './install/end-state.ts';
import { tryFile } from './install/trials/file.ts';
import { runTrials } from './install/trials/run-trials.ts';

const OPENED_PAPERS = 400;
const ROWS = 60_000;

export const install: Bench = {
  name: 'install',
  description: `installs, opens, updates and removes --papers N (default ${JULY_2025.papers}) in Chromium`,
  async run({ papers, log }) {
    const count = papers ?? JULY_2025.papers;
    const { first, later } = await ensureGeneratedSnapshots(count, log);
    const lab = await openLab(await ensureApp(), first);
    try {
      const metrics = await measureInstall(lab, count, log);
      const context = await lab.browser();
      const expected = await readEndState(lab, context);
      log('carrying it over in a file ...');
      Object.assign(metrics, await tryFile(lab, context, expected));
      Object.assign(metrics, await measureUpdate(lab, later, log));
      await context.close();
      await lab.serve(first);
      Object.assign(
        metrics,
        await runTrials(lab, { folder: first, bytes: snapshotBytes(first) }, expected, log),
      );
      return {
        metrics,
        context: { papers: count, snapshotMb: rounded(snapshotBytes(first) / 1e6) },
      };
    } finally {
      await lab.close();
    }
  },
};

async function measureInstall(
  lab: Lab,
  count: number,
  log: (line: string) => void,
): Promise<Metrics> {
  const browser = await launchPlainChromium(lab.profile('own'));
  const page = await openOfflinePagePlainly(lab, browser);
  const heap = await watchHeap(page.session);
  log('installing ...');
  const wallMs = await clickAndWait(page, /^Install everything/, /^Remove everything/);
  const longTasks = await page.evaluate(() => window.pwc2LongTasks, null);
  const heapBytes = await heap.stop();
  await browser.close();
  log(`installed in ${rounded(wallMs / 1000)} s; opening papers ...`);

  const device = await openDevicePage(lab, await lab.browser());
  const slugs = await device.evaluate((n) => window.pwc2Device.pickSlugs(n), OPENED_PAPERS);
  await lab.stop();
  const times = await device.evaluate((list) => window.pwc2Device.timePapers(list), slugs);
  times.sort((a, b) => a - b);
  const rows = Math.min(ROWS, count);
  log('writing rows ...');
  const rowsMs = await device.evaluate((n) => window.pwc2Device.timeRowsOf(n), rows);
  await device.close();
  await lab.restart();
  return {
    wall_s: rounded(wallMs / 1000),
    heap_mb_peak: rounded(heapBytes / 1e6),
    longest_task_ms: Math.round(Math.max(0, ...longTasks)),
    long_tasks: longTasks.length,
    rows_baseline_s: rounded((rowsMs / 1000) * (count / rows)),
    open_paper_ms_p50: rounded(times[times.length >> 1] ?? Number.NaN),
    open_paper_ms_p95: rounded(times[Math.floor(times.length * 0.95)] ?? Number.NaN),
  };
}

async function measureUpdate(
  lab: Lab,
  later: string,
  log: (line: string) => void,
): Promise<Metrics> {
  await lab.serve(later);
  const context = await lab.browser();
  const page = await openOfflinePage(lab, context);
  lab.server.resetCounters();
  log('updating ...');
  const updateMs = await clickAndWait(page, /^Update to/, /^Go back to it/);
  const bytes = blockBytes(lab);
  const removeMs = await clickAndWait(page, /^Remove everything/, /^Install everything/);
  const freeMs = await page.evaluate(waitUntilFreed);
  await page.close();
  return {
    update_bytes_share: Math.round((bytes / snapshotBytes(later)) * 1e4) / 1e4,
    update_s: rounded(updateMs / 1000),
    remove_s: rounded(removeMs / 1000),
    free_s: rounded(freeMs / 1000),
  };
}

function blockBytes(lab: Lab): number {
  return lab.server.requests
    .filter(({ path }) => path.includes('/blocks/'))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

function snapshotBytes(folder: string): number {
  const manifest = parseManifest(readFileSync(join(folder, 'snapshot.json')));
  return PACK_NAMES.reduce((sum, pack) => sum + packBytes(manifest, pack), 0);
}
