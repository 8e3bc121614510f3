/**
 * Runs in a page of the app's own origin, built for the bench: reads what the app has installed through
 * the app's own code.
 */
import { openCurrentArchive } from '../../../src/archive/current-archive.ts';
import { readPaperResults } from '../../../src/archive/later-records.ts';
import { openStorage } from '../../../src/db/open-storage.ts';
import { hashBytes } from '../../../src/format/hash.ts';
import type { PublicKey } from '../../../src/format/trust/public-key.ts';
import { openHost } from '../../../src/host/open-host.ts';
import { timeRows } from './rows-baseline.ts';

async function openArchive() {
  const opened = Promise.resolve(await openStorage());
  const { archive } = await openCurrentArchive({
    host: openHost([new URL('.', location.href).href], { fetch: (url, init) => fetch(url, init) }),
    storage: { open: () => opened, opened },
    holds: null,
    trust: { policy: { keys: [] as PublicKey[] }, verify: () => Promise.resolve(true) },
    mayHoldData: true,
    onDamage: () => undefined,
  });
  return archive;
}

/** Milliseconds to find each of some papers by its slug and to read it with its abstract. */
async function timePapers(slugs: readonly string[]): Promise<number[]> {
  const archive = await openArchive();
  const times: number[] = [];
  for (const slug of slugs) {
    const started = performance.now();
    const found = await archive.findPaper(slug);
    if (found === null) throw new Error(`There is no paper ${slug}.`);
    const { number, hasResults = false } = found;
    const [paper] = await Promise.all([
      archive.paper(number),
      archive.abstract(number),
      hasResults ? readPaperResults(archive, slug) : null,
    ]);
    times.push(performance.now() - started);
    if (paper?.slug !== slug) throw new Error(`Paper ${number} is not ${slug}.`);
  }
  return times;
}

/** Slugs spread over the whole archive. */
async function pickSlugs(count: number): Promise<string[]> {
  const archive = await openArchive();
  const { papers } = archive.manifest.counts;
  const slugs: string[] = [];
  for (let n = 0; n < count; n += 1) {
    // Steps by the golden ratio fall evenly and in no order that blocks could profit from.
    const number = Math.floor(((n * 0.618_033_988_75) % 1) * papers);
    const paper = await archive.paper(number);
    if (paper !== null) slugs.push(paper.slug);
  }
  return slugs;
}

/** The same papers as rows: milliseconds to write them. */
async function timeRowsOf(count: number): Promise<number> {
  const archive = await openArchive();
  const papers = [];
  for (let skip = 0; skip < count; skip += 2000) {
    papers.push(...(await archive.listPapers(skip, Math.min(2000, count - skip))));
  }
  return timeRows(papers);
}

/** All that the database holds, in one hash; blocks that are not what their name says are counted. */
async function readEndState(): Promise<{ hash: string; blocks: number; damaged: number }> {
  const storage = await openStorage();
  const hashes = [...(await storage.blocks.readHashes())].toSorted();
  let damaged = 0;
  for (const hash of hashes) {
    const bytes = await storage.blocks.get(hash);
    if (bytes === null || (await hashBytes(bytes)) !== hash) damaged += 1;
  }
  const { state, active } = await storage.device.read();
  const text = JSON.stringify({
    hashes,
    active: state.active,
    packs: active?.packs,
    pending: state.pending,
  });
  storage.close();
  return {
    hash: await hashBytes(new TextEncoder().encode(text)),
    blocks: hashes.length,
    damaged,
  };
}

const devicePage = { timePapers, pickSlugs, timeRowsOf, readEndState };
export type DevicePage = typeof devicePage;

declare global {
  interface Window {
    pwc2Device: DevicePage;
  }
}
window.pwc2Device = devicePage;
