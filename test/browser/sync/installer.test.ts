import { expect, test } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import { NoSnapshotError } from '../../../src/archive/errors.ts';
import { HashMismatchError } from '../../../src/format/errors.ts';
import { PACK_NAMES, packBytes } from '../../../src/format/manifest.ts';
import { INSTALL_LOCK } from '../../../src/sync/install-lock.ts';
import { acceptAny } from '../../support/accept-any.ts';
import {
  blockRequests,
  hostIsGone,
  labWith,
  newDevice,
  papersSnapshot,
  SLUGS,
  tabOf,
} from '../../support/browser/install-lab.ts';
import { locksOf } from '../../support/browser/open-tab.ts';
import { labArchive } from '../../support/browser/lab-archive.ts';

test('installed packs answer every record with the host gone', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const { installer, jobs, openArchive: openCurrent } = await tabOf(lab);
  await installer.start();
  await installer.install(PACK_NAMES);
  expect(installer.getState()).toMatchObject({
    device: { snapshot: snapshot.id, packs: PACK_NAMES, authenticity: { kind: 'unsigned' } },
    job: { kind: 'idle' },
  });
  const last = jobs.findLast((job) => job.kind === 'running');
  expect(last?.progress.doneBytes).toBe(last?.progress.totalBytes);
  expect(last?.progress.packs.map(({ pack }) => pack)).toEqual(PACK_NAMES);

  await hostIsGone(lab);
  const { archive, packs } = await openCurrent();
  expect(packs).toEqual(PACK_NAMES);
  for (const [number, slug] of SLUGS.entries()) {
    expect(await archive.findPaper(slug)).toEqual({ number });
    expect((await archive.paper(number))?.slug).toBe(slug);
    expect(await archive.abstract(number)).toBe(`About ${slug}`);
  }
});

test.each(PACK_NAMES)(
  'the pack "%s" can be installed alone, and says its size before',
  async (pack) => {
    const snapshot = await papersSnapshot();
    const lab = await labWith(snapshot);
    const { installer } = await tabOf(lab);
    await installer.checkHost();
    const { host } = installer.getState();
    expect(host.kind === 'known' && packBytes(host.manifest, pack)).toBe(
      packBytes(snapshot.manifest, pack),
    );
    await installer.install([pack]);
    expect(installer.getState().device.packs).toEqual([pack]);
    const fetched = await blockRequests(lab);
    expect(new Set(fetched).size).toBe(fetched.length);
    const bytes = fetched.reduce((sum, path) => sum + snapshot.files[path]!.byteLength, 0);
    expect(bytes).toBe(packBytes(snapshot.manifest, pack));
  },
);

test('packs come in any order and at the same time, each block once', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: 'blocks/', kind: 'slow', delayMs: 5 }],
  });
  const { installer, until } = await tabOf(lab);
  const first = installer.install(['abstracts']);
  await until(({ job }) => job.kind === 'running');
  await Promise.all([first, installer.install(['boards', 'papers'])]);
  expect(installer.getState().device.packs).toEqual(PACK_NAMES);
  await until(({ device: { stored } }) => stored.length === 3);
  expect(installer.getState().device.stored.map(({ pack }) => pack)).toEqual(PACK_NAMES);
  expect(installer.getState().job.kind).toBe('idle');
});

test('each pack is usable as soon as it is whole', async () => {
  const snapshot = await papersSnapshot();
  const { abstracts } = snapshot.blocks;
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: abstracts[3]!.hash, kind: 'status', status: 503 }],
  });
  const { installer, storage, until } = await tabOf(lab);
  void installer.install(PACK_NAMES);
  await until(({ job }) => job.kind === 'waiting');
  const { active, state } = await storage.device.read();
  expect(active?.packs).toEqual(['boards', 'papers']);
  expect(state.pending?.packs).toEqual(PACK_NAMES);
  await lab.change({ files: snapshot.files });
  await until(({ device }) => device.packs.length === 3);
});

test('what was browsed is not fetched again by the install', async () => {
  const lab = await labWith(await papersSnapshot());
  const { storage, installer, openArchive: openCurrent } = await tabOf(lab);
  const { archive } = await openCurrent();
  await archive.paper(3);
  await expect.poll(async () => (await storage.blocks.readHashes()).size).toBe(2);
  await installer.install(['papers']);
  const fetched = await blockRequests(lab);
  expect(new Set(fetched).size).toBe(fetched.length);
});

test('what was browsed opens without a connection; without anything there is a clear failure', async () => {
  const lab = await labWith(await papersSnapshot());
  const { storage, openArchive: openCurrent } = await tabOf(lab);
  const { archive } = await openCurrent();
  await archive.paper(3);
  await expect.poll(async () => (await storage.device.read()).active?.id).toBe(archive.id);
  await hostIsGone(lab);
  const again = await openCurrent();
  expect((await again.archive.paper(3))?.slug).toBe('paper-003');
  await expect(again.archive.paper(30)).rejects.toMatchObject({ pack: 'papers' });

  const fresh = await tabOf(lab);
  await expect(fresh.openArchive()).rejects.toBeInstanceOf(NoSnapshotError);
});

test('a device taken to be empty still keeps what it reads, and is asked when the host is gone', async () => {
  const lab = await labWith(await papersSnapshot());
  const { storage, openArchive: openCurrent } = await tabOf(lab);
  const { archive } = await openCurrent({ mayHoldData: false });
  await archive.paper(3);
  await expect.poll(async () => (await storage.blocks.readHashes()).size).toBe(2);
  await expect.poll(async () => (await storage.device.read()).active?.id).toBe(archive.id);
  await hostIsGone(lab);
  const again = await openCurrent({ mayHoldData: false });
  expect((await again.archive.paper(3))?.slug).toBe('paper-003');
});

test('an install that failed goes on at the next start, fetching only the rest', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: 'blocks/', skip: 12, kind: 'status', status: 404 }],
  });
  const device = newDevice();
  const first = await tabOf(lab, device);
  await first.installer.install(['papers']);
  expect(first.installer.getState().job).toMatchObject({ kind: 'failed', packs: ['papers'] });
  expect(first.installer.getState().device.packs).toEqual([]);
  const kept = (await first.storage.blocks.readHashes()).size;
  expect(kept).toBeGreaterThan(3);
  first.close();

  await lab.change({ files: snapshot.files });
  const before = (await blockRequests(lab)).length;
  const second = await tabOf(lab, device);
  await second.installer.start();
  await second.until(({ device: { packs } }) => packs.includes('papers'));
  const total = (await second.storage.blocks.readHashes()).size;
  expect((await blockRequests(lab)).length - before).toBe(total - kept);
});

test('a damaged block stops the install by name, nothing of it is stored, and a good copy heals it', async () => {
  const snapshot = await papersSnapshot();
  const bad = snapshot.blocks.papers[5]!;
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: bad.hash, kind: 'flip-byte' }],
  });
  const { storage, installer } = await tabOf(lab);
  await installer.install(['papers']);
  const { job } = installer.getState();
  expect(job.kind === 'failed' && job.error).toBeInstanceOf(HashMismatchError);
  expect(job.kind === 'failed' && job.error.message).toContain(bad.hash);
  expect(await storage.blocks.get(bad.hash)).toBeNull();

  await lab.change({
    files: snapshot.files,
    faults: [{ path: bad.hash, times: 1, kind: 'flip-byte' }],
  });
  await installer.resume();
  expect(installer.getState().device.packs).toEqual(['papers']);
  expect((await storage.blocks.get(bad.hash))?.byteLength).toBe(bad.bytes);
});

test('an update where nothing is installed installs nothing', async () => {
  const lab = await labWith(await papersSnapshot());
  const { installer, storage } = await tabOf(lab);
  await installer.update();
  expect(installer.getState()).toMatchObject({ device: { packs: [] }, job: { kind: 'idle' } });
  expect((await storage.device.read()).state.pending).toBeNull();
});

test('a database that fails is shown, not thrown', async () => {
  const lab = await labWith(await papersSnapshot());
  const { installer, storage } = await tabOf(lab);
  storage.close();
  await installer.start();
  expect(installer.getState().job).toMatchObject({ kind: 'failed' });
});

test('removing one pack keeps the others; removing the last leaves nothing', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const { storage, host, installer, until } = await tabOf(lab);
  await installer.install(['papers', 'abstracts']);
  await installer.remove(['abstracts']);
  expect(installer.getState().device.packs).toEqual(['papers']);
  for (const { hash } of snapshot.blocks.abstracts) {
    expect(await storage.blocks.get(hash)).toBeNull();
  }
  await hostIsGone(lab);
  const accepted = await acceptAny(snapshot.manifestBytes);
  const archive = openArchive({ accepted, host, store: storage.blocks });
  expect((await archive.paper(39))?.slug).toBe('paper-039');
  await expect(archive.abstract(39)).rejects.toMatchObject({ pack: 'abstracts' });

  await installer.remove(['papers']);
  expect(installer.getState().device).toMatchObject({ snapshot: null, manifest: null, packs: [] });
  await expect.poll(() => storage.blocks.readHashes()).toEqual(new Set());
  await until(({ storage: { isFreeing } }) => !isFreeing);
});

/** A browser that always has better things to do. */
const neverIdle = () => new Promise<void>(() => undefined);

test('what is removed counts as gone at once; its room is freed later, also after the tab was closed', async () => {
  const lab = await labWith(await papersSnapshot());
  const device = newDevice();
  const first = await tabOf(lab, device, { whenIdle: neverIdle });
  await first.installer.install(PACK_NAMES);
  const stored = await first.storage.blocks.readHashes();
  await first.installer.remove(PACK_NAMES);
  expect(first.installer.getState()).toMatchObject({
    device: { snapshot: null, packs: [] },
    job: { kind: 'idle' },
  });
  expect(await first.storage.blocks.readHashes()).toEqual(stored);
  first.close();
  await locksOf(device).request(INSTALL_LOCK, () => undefined);

  const { installer, storage } = await tabOf(lab, device);
  expect(await storage.blocks.readHashes()).toEqual(stored);
  await installer.start();
  await expect.poll(() => storage.blocks.readHashes()).toEqual(new Set());
});

test('an install right after a removal uses what has not been deleted yet', async () => {
  const lab = await labWith(await papersSnapshot());
  const { installer } = await tabOf(lab, newDevice(), { whenIdle: neverIdle });
  await installer.install(['papers']);
  const before = (await blockRequests(lab)).length;
  await installer.remove(['papers']);
  await installer.install(['papers']);
  expect(installer.getState().device.packs).toEqual(['papers']);
  expect((await blockRequests(lab)).length).toBe(before);
});
