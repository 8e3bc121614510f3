import { expect, test } from 'vitest';
import { openStorage } from '../../../src/db/open-storage.ts';
import { PACK_NAMES } from '../../../src/format/manifest.ts';
import { blockPath } from '../../../src/format/version.ts';
import { waitFor } from '../../../src/sync/wait-for.ts';
import {
  blockRequests,
  newDevice,
  papersSnapshot,
  tabOf,
} from '../../support/browser/install-lab.ts';
import { labArchive, type LabArchive } from '../../support/browser/lab-archive.ts';
import type { MadeSnapshot } from '../../support/make-snapshot.ts';

const KILLS = 50;
/** An install takes several times this long, so that each kill is in another place. */
const MAX_LIFE_MS = 120;

/** Numbers in [0, 1), the same for the same seed (mulberry32, T. Ettinger, public domain). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A tab that waits to be told to begin. */
function prepareTab(device: string, lab: LabArchive): Worker {
  const url = new URL('../../support/browser/install-tab-worker.ts', import.meta.url);
  url.searchParams.set('device', device);
  url.searchParams.set('address', lab.url);
  return new Worker(url, { type: 'module' });
}

/** A tab at work on the device, killed after a while. */
async function liveAndDie(
  worker: Worker,
  device: string,
  lab: LabArchive,
  lifeMs: number,
): Promise<void> {
  worker.postMessage('begin');
  const asked = (await blockRequests(lab)).length;
  // From the moment at which it is at work; one that has nothing left to do is killed all the same.
  const deadline = performance.now() + 2000;
  while ((await blockRequests(lab)).length === asked && performance.now() < deadline) {
    const { state } = await readDevice(device);
    if (state.active !== null && state.pending === null) break;
    await waitFor(2, new AbortController().signal);
  }
  await waitFor(lifeMs, new AbortController().signal);
  worker.terminate();
}

async function readDevice(device: string) {
  const storage = await openStorage(device);
  const hashes = await storage.blocks.readHashes();
  const records = await storage.device.read();
  storage.close();
  return { hashes, ...records };
}

async function expectWhole(device: string, snapshot: MadeSnapshot): Promise<void> {
  const storage = await openStorage(device);
  const { state, active } = await storage.device.read();
  expect(active).toMatchObject({ id: snapshot.id, packs: PACK_NAMES });
  expect(state.pending).toBeNull();
  for (const [path, bytes] of Object.entries(snapshot.files)) {
    if (!path.startsWith('blocks/')) continue;
    const hash = [...(await storage.blocks.readHashes())].find((it) => blockPath(it) === path);
    expect(hash === undefined ? null : await storage.blocks.get(hash)).toEqual(bytes);
  }
  storage.close();
}

test(`killed at ${KILLS} moments, installs end the same, and nothing stored is fetched again`, async () => {
  const snapshot = await papersSnapshot();
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: 'blocks/', kind: 'slow', delayMs: 10 }],
  });
  const random = randomNumbers(20250728);
  let device = newDevice();
  let tab = prepareTab(device, lab);
  let finished = 0;
  let interrupted = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await readDevice(device);
    const asked = (await blockRequests(lab)).length;
    const next = prepareTab(device, lab);
    await liveAndDie(tab, device, lab, random() * MAX_LIFE_MS);
    tab = next;
    const again = (await blockRequests(lab)).slice(asked);
    const stored = new Set([...before.hashes].map(blockPath));
    expect(again.filter((path) => stored.has(path))).toEqual([]);

    const after = await readDevice(device);
    // What is active is whole, at any moment.
    if (after.active?.packs.length === 3) await expectWhole(device, snapshot);
    if (after.hashes.size > before.hashes.size) interrupted += 1;
    if (after.state.pending === null && after.active !== null) {
      finished += 1;
      device = newDevice();
      tab.terminate();
      tab = prepareTab(device, lab);
    }
  }
  tab.terminate();
  // The kills were in the middle of installs, and installs came to their end in spite of them.
  expect(interrupted).toBeGreaterThan(KILLS / 4);
  expect(finished).toBeGreaterThan(0);

  const last = await tabOf(lab, device);
  await last.installer.start();
  const { pending } = (await last.storage.device.read()).state;
  if (pending === null) await last.installer.install(PACK_NAMES);
  await last.until(({ job, device: { packs } }) => job.kind === 'idle' && packs.length === 3);
  await expectWhole(device, snapshot);
}, 120_000);
