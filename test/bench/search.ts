import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';
import { ensureApp, ensureSnapshot, keepSnapshot, ROOT } from '../../scripts/project.mjs';
import { startServer, type RunningServer } from '../../scripts/static-server.mjs';
import { hashBytes } from '../../src/format/hash.ts';
import { MANIFEST_FILE } from '../../src/format/version.ts';
import type { Manifest, SearchSectionName } from '../../src/format/manifest.ts';
import { ensureGeneratedArchive } from './archive/generated-archive.ts';
import {
  percentile,
  rounded,
  type Bench,
  type BenchContext,
  type BenchResult,
  type Metrics,
} from './bench.ts';
import { generatedSnapshotName } from './install/generated-snapshots.ts';
import { measureBuild } from './measured-build.ts';
import { NAME_HELPER } from './name-helper.ts';
import { installEverything } from './search/install-everything.ts';
import { measurePeers } from './search/peers/measure-peers.ts';
import { makeQueries, QUERY_KINDS, type BenchQuery } from './search/make-queries.ts';
import { readSnapshotTexts } from './search/snapshot-texts.ts';
import { timeInPage, type TimedSearch } from './search/time-in-page.ts';
import { workerHeapBytes } from './search/worker-heap.ts';

const SAMPLE = '../shared/archive-sample';
const SEED = 20250728;
const STARTS = 20;
const ONLINE_QUERIES = 60;
const ALL_PACKS = ['boards', 'papers', 'abstracts'];

export const search: Bench = {
  name: 'search',
  description:
    'search in Chromium over the installed snapshot --archive DIR, or one of a generated archive of ' +
    '--papers N; then other engines over 60,000 papers',
  async run(request) {
    const { log } = request;
    const folder = await mkdtemp(join(await ensureFolder(), 'search-'));
    try {
      const { archive, ...built } = await ensureArchive(request, folder);
      const { metrics, context } = await measureSearch(archive, log);
      const peers = await measurePeers(SEED, log);
      return { metrics: { ...metrics, ...built, ...peers }, context };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function ensureFolder(): Promise<string> {
  const folder = join(ROOT, '.cache', 'bench');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** The snapshot to search, and how long its build took where one was built for this. */
async function ensureArchive(
  { archive, papers, log }: Pick<BenchContext, 'archive' | 'papers' | 'log'>,
  folder: string,
): Promise<{ archive: string; build_s?: number }> {
  if (archive !== null) return { archive };
  if (papers === null) return { archive: await ensureSnapshot('archive-sample', SAMPLE) };
  const from = await ensureGeneratedArchive(papers, log);
  log(`building ${papers} papers ...`);
  const to = join(folder, 'snapshot');
  const { wallSeconds } = await measureBuild(from, to, log);
  const kept = keepSnapshot(generatedSnapshotName(papers), relative(ROOT, from), to);
  return { archive: kept, build_s: rounded(wallSeconds) };
}

async function measureSearch(archive: string, log: (line: string) => void): Promise<BenchResult> {
  const { manifest, titles, textBytes } = await readSnapshotTexts(archive);
  const id = await hashBytes(await readFile(join(archive, MANIFEST_FILE)));
  const queries = makeQueries(titles, SEED);
  const dist = await ensureApp();
  const worker = (await readdir(join(dist, 'assets'))).find((name) =>
    /^search-worker-.*\.js$/.test(name),
  );
  if (worker === undefined) throw new Error('The built app has no search worker.');
  const server = await startServer({ dist, archive });
  const timed = (name: string, own: readonly BenchQuery[], isWarm: boolean): TimedSearch => ({
    worker: `${server.url}assets/${worker}`,
    baseUrl: `${server.url}archive/`,
    accepted: { id, manifest },
    packs: ALL_PACKS,
    queries: own,
    isWarm,
    name,
  });
  const profile = await mkdtemp(join(tmpdir(), 'pwc2-search-'));
  const metrics: Metrics = { ...indexShares(manifest, textBytes) };
  try {
    await visit(profile, async (page) => {
      metrics['online_kb_per_query'] = await measureOnline(page, server, queries.warm, timed);
      log('installing');
      await installEverything(page, server);
    });
    // Another visit: after an install the browser is busy with what it has stored.
    await visit(profile, async (page) => {
      // Timed is the start of a worker, not that of the page.
      await page.goto(`${server.url}about`, { waitUntil: 'networkidle' });
      const starts: number[] = [];
      for (let start = 0; start < STARTS; start++) {
        const first = queries.warm.slice(start, start + 1);
        starts.push(...(await page.evaluate(timeInPage, timed(`start${start}`, first, false))));
      }
      metrics['first_ms_p95'] = rounded(percentile(starts, 0.95));
      await page.goto(`${server.url}about`);
      // Once over all, so that the code is compiled and the blocks are read.
      await page.evaluate(timeInPage, timed('bench', queries.warm, true));
      for (const kind of QUERY_KINDS) {
        const times = await page.evaluate(timeInPage, timed('bench', queries[kind], false));
        metrics[`${kind}_ms_p50`] = rounded(percentile(times, 0.5));
        metrics[`${kind}_ms_p95`] = rounded(percentile(times, 0.95));
        log(`${kind}: ${times.length} queries`);
      }
      metrics['heap_mb'] = rounded((await measureHeap(page)) / 1e6);
    });
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const papers = manifest.counts.papers;
  return { metrics, context: { papers, textBytes, seed: SEED, starts: STARTS } };
}

/** Starts a browser with what this profile has stored, for one visit. */
async function visit(profile: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, chromiumLaunchOptions());
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(NAME_HELPER);
    await work(page);
  } finally {
    await context.close();
  }
}

/** Bytes of both indexes as they lie on the host, against those of the texts that they are of. */
function indexShares({ sections }: Manifest, textBytes: number): Metrics {
  const share = (names: readonly SearchSectionName[]) => {
    const bytes = names.map(
      (name) => (sections[name]?.bytes ?? 0) + (sections[name]?.index?.bytes ?? 0),
    );
    return Math.round((10_000 * bytes.reduce((sum, one) => sum + one, 0)) / textBytes) / 10_000;
  };
  return {
    index_share_title: share(['title-postings', 'title-terms', 'title-pairs']),
    index_share_facets: share(['facets', 'facet-papers']),
    index_share_all: share(['text-postings', 'text-terms']),
  };
}

/** Kilobytes that a query over the network takes, each in a browser that has nothing. */
async function measureOnline(
  page: Page,
  server: RunningServer,
  queries: readonly BenchQuery[],
  timed: (name: string, own: readonly BenchQuery[], isWarm: boolean) => TimedSearch,
): Promise<number> {
  await page.goto(`${server.url}about`);
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  for (const [place, query] of queries.slice(0, ONLINE_QUERIES).entries()) {
    await session.send('Network.clearBrowserCache');
    server.resetCounters();
    const own = { ...timed(`online${place}`, [query], false), packs: [], mayHoldData: false };
    await page.evaluate(timeInPage, own);
    bytes += server.requests
      .filter(({ path }) => path.includes('/blocks/'))
      .reduce((sum, request) => sum + request.bytes, 0);
  }
  return rounded(bytes / 1000 / ONLINE_QUERIES);
}

async function measureHeap(page: Page): Promise<number> {
  return workerHeapBytes(await page.context().newCDPSession(page));
}
