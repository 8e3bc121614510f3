import { expect, test } from 'vitest';
import Dexie from 'dexie';
import { PACK_NAMES } from '../../../src/format/manifest.ts';
import type { BrowserStorage } from '../../../src/sync/storage-health.ts';
import {
  blockRequests,
  hostIsGone,
  labWith,
  newDevice,
  papersSnapshot,
  tabOf,
} from '../../support/browser/install-lab.ts';
import { memoryNote } from '../../support/browser/open-tab.ts';

async function installedDevice() {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const device = newDevice();
  const note = memoryNote();
  const tab = await tabOf(lab, device, { note });
  await tab.installer.install(PACK_NAMES);
  return { snapshot, lab, device, note, tab };
}

test('blocks that the browser threw away are noticed at the start and fetched again', async () => {
  const { snapshot, lab, device, note, tab } = await installedDevice();
  const gone = snapshot.blocks.papers.slice(4, 9);
  await tab.storage.blocks.deleteAll(gone.map(({ hash }) => hash));
  tab.close();
  await lab.change({
    files: snapshot.files,
    faults: [{ path: 'blocks/', kind: 'slow', delayMs: 30 }],
  });
  const before = (await blockRequests(lab)).length;
  const next = await tabOf(lab, device, { note });
  await next.installer.start();
  const damaged = await next.until(({ storage }) => storage.damage.kind === 'incomplete');
  expect(damaged.storage.damage).toEqual({
    kind: 'incomplete',
    packs: ['papers'],
    files: gone.length,
    bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0),
  });
  await next.until(({ storage, job }) => storage.damage.kind === 'none' && job.kind === 'idle');
  expect((await blockRequests(lab)).length - before).toBe(gone.length);
  for (const { hash, bytes } of gone) {
    expect((await next.storage.blocks.get(hash))?.byteLength).toBe(bytes);
  }
});

test.each(['missing', 'damaged'] as const)(
  'a block that is %s when a page wants it is fetched for the page, and the rest is repaired',
  async (fault) => {
    const { snapshot, tab } = await installedDevice();
    const [wanted, other] = [snapshot.blocks.papers[0]!, snapshot.blocks.papers[7]!];
    await tab.storage.blocks.deleteAll([wanted.hash, other.hash]);
    if (fault === 'damaged') {
      const bytes = new Uint8Array(wanted.bytes).fill(7);
      await tab.storage.blocks.putAll([{ hash: wanted.hash, bytes }]);
    }
    const { archive } = await tab.openArchive();
    expect((await archive.paper(0))?.slug).toBe('paper-000');
    await expect.poll(() => tab.storage.blocks.get(other.hash)).not.toBeNull();
    await tab.until(({ storage, job }) => storage.damage.kind === 'none' && job.kind === 'idle');
    const healed = await tab.storage.blocks.get(wanted.hash);
    expect(healed).toEqual(snapshot.files[`blocks/${wanted.hash}.bin`] ?? healed);
  },
);

test('offline, a page that needs a lost block says which pack it needs', async () => {
  const { snapshot, lab, tab } = await installedDevice();
  await tab.storage.blocks.deleteAll([snapshot.blocks.papers[0]!.hash]);
  await hostIsGone(lab);
  const { archive } = await tab.openArchive();
  await expect(archive.paper(0)).rejects.toMatchObject({
    name: 'NotOnDeviceError',
    pack: 'papers',
  });
  expect((await archive.paper(2))?.slug).toBe('paper-002');
});

test.each([
  {
    lost: 'its state',
    async lose(database: Dexie) {
      await database.table('state').clear();
    },
  },
  {
    lost: 'its snapshots',
    async lose(database: Dexie) {
      await database.table('snapshots').clear();
    },
  },
  {
    lost: 'everything',
    async lose(database: Dexie) {
      await database.delete();
    },
  },
])('a device that has lost $lost notices and is filled again', async ({ lose, lost }) => {
  const { lab, device, note, tab } = await installedDevice();
  tab.close();
  const database = new Dexie(device);
  await database.open();
  await lose(database);
  database.close();
  const before = (await blockRequests(lab)).length;
  const next = await tabOf(lab, device, { note });
  await next.installer.start();
  const cleared = await next.until(({ storage }) => storage.damage.kind === 'cleared');
  expect(cleared.storage.damage).toEqual({ kind: 'cleared', packs: PACK_NAMES });
  await next.until(({ storage, job, device: { packs } }) => {
    return storage.damage.kind === 'none' && job.kind === 'idle' && packs.length === 3;
  });
  // Blocks that are still there are used.
  const isEmpty = lost === 'everything';
  expect((await blockRequests(lab)).length > before).toBe(isEmpty);
});

test('a database that is deleted under an install is filled all the same', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const { bytes: size } = snapshot.blocks.papers[12]!;
  expect(size).toBeGreaterThan(0);
  await lab.change({
    files: snapshot.files,
    faults: [{ path: 'blocks/', kind: 'slow', delayMs: 15 }],
  });
  const device = newDevice();
  const { installer, until } = await tabOf(lab, device);
  const installing = installer.install(['papers']);
  await until(({ job }) => job.kind === 'running' && job.progress.doneBytes > 300);
  await Dexie.delete(device);
  await installing;
  expect(installer.getState()).toMatchObject({
    device: { packs: ['papers'] },
    job: { kind: 'idle' },
  });
});

function browserWith(overrides: Partial<BrowserStorage>): BrowserStorage {
  return {
    estimate: () => Promise.resolve({ usage: 12 }),
    persisted: () => Promise.resolve(false),
    persist: () => Promise.resolve(true),
    getDirectory: () => navigator.storage.getDirectory(),
    ...overrides,
  };
}

test.each([true, false])('the click that installs asks to keep the data: %s', async (answer) => {
  const lab = await labWith(await papersSnapshot());
  let isPersisted = false;
  let asked = 0;
  const browserStorage = browserWith({
    persisted: () => Promise.resolve(isPersisted),
    persist() {
      asked += 1;
      isPersisted = answer;
      return Promise.resolve(answer);
    },
  });
  const { installer, until } = await tabOf(lab, newDevice(), { browserStorage });
  await installer.start();
  await until(({ storage }) => storage.persistence === 'not-promised');
  expect(asked).toBe(0);
  await installer.install(['boards']);
  const expected = answer ? 'promised' : 'not-promised';
  await until(({ storage, device }) => {
    return storage.persistence === expected && device.stored.length > 0;
  });
  expect(asked).toBe(1);
  expect(installer.getState().storage).toMatchObject({ usedBytes: 12, privateWindow: 'unknown' });
});

test('a private window that gives itself away is known as one', async () => {
  const lab = await labWith(await papersSnapshot());
  const browserStorage = browserWith({
    getDirectory: () => Promise.reject(new DOMException('not here', 'SecurityError')),
  });
  const { installer, until } = await tabOf(lab, newDevice(), { browserStorage });
  await installer.start();
  const { storage } = await until((state) => state.storage.privateWindow === 'yes');
  expect(storage.persistence).toBe('not-promised');
});
