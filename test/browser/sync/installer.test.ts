import { afterEach, expect, test } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import { openCurrentArchive } from '../../../src/archive/current-archive.ts';
import { NoSnapshotError } from '../../../src/archive/errors.ts';
import { openStorage, type DeviceStorage } from '../../../src/db/open-storage.ts';
import { HashMismatchError } from '../../../src/format/errors.ts';
import { packBytes } from '../../../src/format/manifest.ts';
import { blockPath } from '../../../src/format/version.ts';
import { createSnapshotHost, type SnapshotHost } from '../../../src/host/snapshot-host.ts';
import { createInstaller } from '../../../src/sync/installer.ts';
import type { InstallJob, Installer } from '../../../src/sync/installer-state.ts';
import { labArchive, type LabArchive } from '../../support/browser/lab-archive.ts';
import { makeSnapshot, type MadeSnapshot } from '../../support/make-snapshot.ts';

const SLUGS = Array.from({ length: 40 }, (_, number) => `paper-${String(number).padStart(3, '0')}`);

function papersSnapshot(suffix = '', date = '2025-07-28'): Promise<MadeSnapshot> {
  return makeSnapshot({
    date,
    records: {
      overview: [{ areas: [], notable: [], latest: [] }],
      papers: SLUGS.map((slug, n) => ({ slug, title: n < 20 ? slug : slug + suffix, authors: [] })),
      'paper-numbers': SLUGS.map((slug, number) => [slug, number]),
      abstracts: SLUGS.map((slug) => `About ${slug}`),
    },
  });
}

interface Device {
  readonly storage: DeviceStorage;
  readonly installer: Installer;
  readonly jobs: InstallJob[];
}

const open: (() => void)[] = [];
let devices = 0;

/** A tab. Two tabs of one device share the name. */
async function openDevice(
  lab: LabArchive,
  name = `device-${Date.now()}-${devices++}`,
): Promise<Device> {
  const storage = await openStorage(name);
  const channel = new BroadcastChannel(name);
  const installer = createInstaller({
    host: createSnapshotHost(lab.url, (url, init) => fetch(url, init)),
    storage,
    locks: navigator.locks,
    channel,
    wait: () => Promise.resolve(),
    random: () => 0.5,
    now: () => performance.now(),
  });
  const jobs: InstallJob[] = [];
  installer.subscribe(() => jobs.push(installer.getState().job));
  open.push(() => {
    channel.close();
    storage.close();
  });
  return { storage, installer, jobs };
}

afterEach(() => {
  for (const close of open.splice(0)) close();
});

function openCurrent(host: SnapshotHost, storage: DeviceStorage, mayHoldData = true) {
  const opened = Promise.resolve(storage);
  return openCurrentArchive({ host, storage: { open: () => opened, opened }, mayHoldData });
}

async function labWith(snapshot: MadeSnapshot): Promise<LabArchive> {
  return labArchive({ files: snapshot.files });
}

async function blockRequests(lab: LabArchive): Promise<string[]> {
  return (await lab.requests())
    .map(({ path }) => path)
    .filter((path) => path.startsWith('blocks/'));
}

async function hostIsGone(lab: LabArchive): Promise<void> {
  await lab.change({ files: {}, faults: [{ path: '', kind: 'hang-up' }] });
}

test('an installed pack answers every record with the host gone', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const { storage, installer, jobs } = await openDevice(lab);
  await installer.start();
  await installer.install(['boards', 'papers', 'abstracts']);
  expect(installer.getState()).toMatchObject({
    device: { snapshot: snapshot.id, packs: ['boards', 'papers', 'abstracts'] },
    job: { kind: 'idle' },
  });
  const last = jobs.findLast((job) => job.kind === 'running');
  expect(last?.progress.doneBytes).toBe(last?.progress.totalBytes);

  await hostIsGone(lab);
  const host = createSnapshotHost(lab.url, (url, init) => fetch(url, init));
  const { archive, packs } = await openCurrent(host, storage);
  expect(packs).toEqual(['boards', 'papers', 'abstracts']);
  for (const [number, slug] of SLUGS.entries()) {
    expect(await archive.paperNumber(slug)).toBe(number);
    expect((await archive.paper(number))?.slug).toBe(slug);
    expect(await archive.abstract(number)).toBe(`About ${slug}`);
  }
});

test('each block is fetched once, and the size named before is the size fetched', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const { installer } = await openDevice(lab);
  await installer.install(['papers']);
  const fetched = await blockRequests(lab);
  expect(new Set(fetched).size).toBe(fetched.length);
  const bytes = fetched.reduce((sum, path) => sum + snapshot.files[path]!.byteLength, 0);
  expect(bytes).toBe(packBytes(snapshot.manifest, 'papers'));
});

test('what was browsed is not fetched again by the install', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const { storage, installer } = await openDevice(lab);
  const host = createSnapshotHost(lab.url, (url, init) => fetch(url, init));
  const { archive } = await openCurrent(host, storage);
  await archive.paper(3);
  await expect.poll(async () => (await storage.blocks.readHashes()).size).toBe(2);
  await installer.install(['papers']);
  const fetched = await blockRequests(lab);
  expect(new Set(fetched).size).toBe(fetched.length);
});

test('what was browsed opens without a connection; without anything there is a clear failure', async () => {
  const lab = await labWith(await papersSnapshot());
  const { storage } = await openDevice(lab);
  const host = createSnapshotHost(lab.url, (url, init) => fetch(url, init));
  const { archive } = await openCurrent(host, storage);
  await archive.paper(3);
  await expect.poll(async () => (await storage.device.read()).active?.id).toBe(archive.id);
  await hostIsGone(lab);
  const again = await openCurrent(host, storage);
  expect((await again.archive.paper(3))?.slug).toBe('paper-003');
  await expect(again.archive.paper(30)).rejects.toMatchObject({ pack: 'papers' });

  const fresh = await openDevice(lab);
  await expect(openCurrent(host, fresh.storage)).rejects.toBeInstanceOf(NoSnapshotError);
});

test('a device taken to be empty still keeps what it reads, and is asked when the host is gone', async () => {
  const lab = await labWith(await papersSnapshot());
  const { storage } = await openDevice(lab);
  const host = createSnapshotHost(lab.url, (url, init) => fetch(url, init));
  const { archive } = await openCurrent(host, storage, false);
  await archive.paper(3);
  await expect.poll(async () => (await storage.blocks.readHashes()).size).toBe(2);
  await expect.poll(async () => (await storage.device.read()).active?.id).toBe(archive.id);
  await hostIsGone(lab);
  const again = await openCurrent(host, storage, false);
  expect((await again.archive.paper(3))?.slug).toBe('paper-003');
});

test('an install that broke off goes on at the next start, fetching only the rest', async () => {
  const lab = await labWith(await papersSnapshot());
  await lab.change({
    files: (await papersSnapshot()).files,
    faults: [{ path: 'blocks/', skip: 12, kind: 'status', status: 404 }],
  });
  const name = `resumed-${Date.now()}`;
  const first = await openDevice(lab, name);
  await first.installer.install(['papers']);
  expect(first.installer.getState().job).toMatchObject({ kind: 'failed', packs: ['papers'] });
  expect(first.installer.getState().device.packs).toEqual([]);
  const kept = (await first.storage.blocks.readHashes()).size;
  expect(kept).toBeGreaterThan(3);

  await lab.change({ files: (await papersSnapshot()).files });
  const before = (await blockRequests(lab)).length;
  const second = await openDevice(lab, name);
  await second.installer.start();
  expect(second.installer.getState()).toMatchObject({
    device: { packs: ['papers'] },
    job: { kind: 'idle' },
  });
  const total = (await second.storage.blocks.readHashes()).size;
  expect((await blockRequests(lab)).length - before).toBe(total - kept);
});

test('a damaged block stops the install by name, nothing of it is stored, and a good copy heals it', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const bad = snapshot.blocks.papers[5]!;
  await lab.change({ files: snapshot.files, faults: [{ path: bad.hash, kind: 'flip-byte' }] });
  const { storage, installer } = await openDevice(lab);
  await installer.install(['papers']);
  const { job } = installer.getState();
  expect(job.kind === 'failed' && job.error).toBeInstanceOf(HashMismatchError);
  expect(job.kind === 'failed' && job.error.message).toContain(bad.hash);
  expect(await storage.blocks.get(bad.hash)).toBeNull();

  await lab.change({
    files: snapshot.files,
    faults: [{ path: bad.hash, times: 1, kind: 'flip-byte' }],
  });
  await installer.install(['papers']);
  expect(installer.getState().device.packs).toEqual(['papers']);
  expect((await storage.blocks.get(bad.hash))?.byteLength).toBe(bad.bytes);
});

test('passing failures of the host are waited out', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labArchive({
    files: snapshot.files,
    faults: [
      { path: 'blocks/', skip: 6, times: 3, kind: 'status', status: 503 },
      { path: 'blocks/', skip: 9, times: 2, kind: 'hang-up' },
    ],
  });
  const { installer } = await openDevice(lab);
  await installer.install(['papers']);
  expect(installer.getState()).toMatchObject({
    device: { packs: ['papers'] },
    job: { kind: 'idle' },
  });
});

test('cancelling stops at once, forgets the job, and keeps what was fetched', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: 'blocks/', skip: 10, kind: 'slow', delayMs: 5000 }],
  });
  const { storage, installer } = await openDevice(lab);
  const installing = installer.install(['papers']);
  await expect.poll(async () => (await blockRequests(lab)).length).toBeGreaterThanOrEqual(8);
  await installer.cancel();
  await installing;
  expect(installer.getState()).toMatchObject({ device: { packs: [] }, job: { kind: 'idle' } });
  expect((await storage.device.read()).state.pending).toBeNull();
  expect((await storage.blocks.readHashes()).size).toBeGreaterThan(0);
});

test('an update fetches only what changed, swaps whole, and drops what nothing needs', async () => {
  const old = await papersSnapshot();
  const lab = await labWith(old);
  const { storage, installer } = await openDevice(lab);
  await installer.install(['papers']);
  const before = (await blockRequests(lab)).length;

  const next = await papersSnapshot(' (revised)', '2025-08-28');
  await lab.change({ files: next.files });
  await installer.install(['papers']);
  expect(installer.getState().device).toMatchObject({ snapshot: next.id, packs: ['papers'] });
  const fetched = (await blockRequests(lab)).slice(before);
  const shared = new Set(Object.keys(old.files));
  expect(fetched.length).toBeGreaterThan(0);
  expect(fetched.filter((path) => shared.has(path))).toEqual([]);
  const stored = [...(await storage.blocks.readHashes())].map(blockPath);
  expect(stored.filter((path) => next.files[path] === undefined)).toEqual([]);
  expect(await storage.device.readSnapshot(old.id)).toBeNull();
});

test('removing one pack keeps the others; removing the last leaves nothing', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labWith(snapshot);
  const { storage, installer } = await openDevice(lab);
  await installer.install(['papers', 'abstracts']);
  await installer.remove(['abstracts']);
  expect(installer.getState().device.packs).toEqual(['papers']);
  await hostIsGone(lab);
  const host = createSnapshotHost(lab.url, (url, init) => fetch(url, init));
  const archive = await openArchive({
    manifestBytes: snapshot.manifestBytes,
    host,
    store: storage.blocks,
  });
  expect((await archive.paper(39))?.slug).toBe('paper-039');
  await expect(archive.abstract(39)).rejects.toMatchObject({ pack: 'abstracts' });

  await installer.remove(['papers']);
  expect(installer.getState().device).toMatchObject({ snapshot: null, manifest: null, packs: [] });
  expect((await storage.blocks.readHashes()).size).toBe(0);
});

test('one tab installs at a time: the other waits, and sees the result', async () => {
  const snapshot = await papersSnapshot();
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: 'blocks/', kind: 'slow', delayMs: 15 }],
  });
  const name = `tabs-${Date.now()}`;
  const first = await openDevice(lab, name);
  const second = await openDevice(lab, name);
  const installing = first.installer.install(['papers']);
  await expect.poll(() => first.jobs.length).toBeGreaterThan(0);
  const waiting = second.installer.install(['papers']);
  await expect.poll(() => second.installer.getState().job.kind).toBe('elsewhere');
  await Promise.all([installing, waiting]);
  expect(second.installer.getState()).toMatchObject({
    device: { packs: ['papers'] },
    job: { kind: 'idle' },
  });
  const fetched = await blockRequests(lab);
  expect(new Set(fetched).size).toBe(fetched.length);
});
