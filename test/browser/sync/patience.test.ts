import { expect, test } from 'vitest';
import type { InstallJob } from '../../../src/sync/installer-state.ts';
import { waitFor } from '../../../src/sync/wait-for.ts';
import {
  blockRequests,
  requestsAtRest,
  labWith,
  newDevice,
  papersSnapshot,
  tabOf,
} from '../../support/browser/install-lab.ts';
import { labArchive } from '../../support/browser/lab-archive.ts';

const waits = (jobs: readonly InstallJob[]) => jobs.filter((job) => job.kind === 'waiting');

test.each([
  { status: 503, retryAfter: undefined, atLeast: 0 },
  { status: 429, retryAfter: '7', atLeast: 7000 },
])(
  'a host that answers $status is left alone for a while',
  async ({ status, retryAfter, atLeast }) => {
    const { files } = await papersSnapshot();
    const fault = { path: 'blocks/', skip: 6, times: 9, kind: 'status', status } as const;
    const lab = await labArchive({
      files,
      faults: [retryAfter === undefined ? fault : { ...fault, retryAfter }],
    });
    const asked: number[] = [];
    const { installer, jobs } = await tabOf(lab, newDevice(), {
      async wait(ms, signal) {
        asked.push(ms);
        await waitFor(1, signal);
      },
    });
    await installer.install(['papers']);
    expect(installer.getState()).toMatchObject({
      device: { packs: ['papers'] },
      job: { kind: 'idle' },
    });
    expect(asked.length).toBeGreaterThan(0);
    for (const ms of asked) expect(ms).toBeGreaterThanOrEqual(atLeast);
    const [waiting] = waits(jobs);
    expect(waiting).toMatchObject({ kind: 'waiting', reason: 'busy', packs: ['papers'] });
  },
);

test('a connection that breaks is waited out, and the rest is fetched', async () => {
  const { files } = await papersSnapshot();
  const lab = await labArchive({
    files,
    faults: [{ path: 'blocks/', skip: 9, times: 12, kind: 'hang-up' }],
  });
  const { installer, jobs } = await tabOf(lab);
  await installer.install(['papers']);
  expect(installer.getState().device.packs).toEqual(['papers']);
  expect(waits(jobs)[0]).toMatchObject({ reason: 'unreachable' });
});

test('an answer that falls silent is given up and asked for again', async () => {
  const { files } = await papersSnapshot();
  const lab = await labArchive({
    files,
    faults: [{ path: 'blocks/', skip: 5, times: 3, kind: 'stall' }],
  });
  const { installer } = await tabOf(lab, newDevice(), { stallMs: 150 });
  await installer.install(['papers']);
  expect(installer.getState()).toMatchObject({
    device: { packs: ['papers'] },
    job: { kind: 'idle' },
  });
});

test('offline it waits without asking, and goes on by itself when the device comes online', async () => {
  const { files } = await papersSnapshot();
  const lab = await labArchive({
    files,
    faults: [{ path: 'blocks/', skip: 8, kind: 'hang-up' }],
  });
  let isOnline = true;
  const online = new Set<() => void>();
  const tab = await tabOf(lab, newDevice(), {
    // A wait that nothing but an event ends.
    wait: (_, signal) => waitFor(60_000, signal),
    network: {
      isOnline: () => isOnline,
      onOnline(listener) {
        online.add(listener);
        return () => online.delete(listener);
      },
    },
  });
  isOnline = false;
  const installing = tab.installer.install(['papers']);
  const waiting = await tab.until(({ job }) => job.kind === 'waiting');
  expect(waiting.job).toMatchObject({ reason: 'offline', packs: ['papers'] });
  const asked = await requestsAtRest(lab);
  expect(await requestsAtRest(lab)).toBe(asked);

  await lab.change({ files });
  isOnline = true;
  for (const listener of online) listener();
  await installing;
  expect(tab.installer.getState().device.packs).toEqual(['papers']);
});

test('an install that is wanted while offline begins when there is a connection', async () => {
  const { files } = await papersSnapshot();
  const lab = await labArchive({ files, faults: [{ path: '', times: 20, kind: 'hang-up' }] });
  const { installer, jobs } = await tabOf(lab);
  await installer.install(['boards']);
  expect(waits(jobs).length).toBeGreaterThan(0);
  expect(installer.getState().device.packs).toEqual(['boards']);
});

test('a paused install stays paused over restarts, and goes on with what is missing', async () => {
  const { files } = await papersSnapshot();
  const lab = await labArchive({
    files,
    faults: [{ path: 'blocks/', kind: 'slow', delayMs: 20 }],
  });
  const device = newDevice();
  const first = await tabOf(lab, device);
  const installing = first.installer.install(['papers']);
  await first.until(({ job }) => job.kind === 'running' && job.progress.doneBytes > 0);
  await first.installer.pause();
  await installing;
  const { job } = first.installer.getState();
  expect(job).toMatchObject({ kind: 'paused', because: 'person', packs: ['papers'] });
  const progress = job.kind === 'paused' ? job.progress : null;
  expect(progress?.doneBytes).toBeGreaterThan(0);
  expect(progress?.doneBytes).toBeLessThan(progress?.totalBytes ?? 0);
  first.close();

  const second = await tabOf(lab, device);
  const before = await requestsAtRest(lab);
  await second.installer.start();
  expect(second.installer.getState().job).toEqual(job);
  await requestsAtRest(lab);
  expect((await blockRequests(lab)).length).toBe(before);
  const kept = (await second.storage.blocks.readHashes()).size;
  await second.installer.resume();
  expect(second.installer.getState()).toMatchObject({
    device: { packs: ['papers'] },
    job: { kind: 'idle' },
  });
  const total = (await second.storage.blocks.readHashes()).size;
  expect((await blockRequests(lab)).length - before).toBe(total - kept);
});

test('cancelling stops at once, forgets the job, and keeps what was fetched', async () => {
  const { files } = await papersSnapshot();
  const lab = await labArchive({
    files,
    faults: [{ path: 'blocks/', skip: 10, kind: 'slow', delayMs: 5000 }],
  });
  const { storage, installer } = await tabOf(lab);
  const installing = installer.install(['papers']);
  await expect.poll(async () => (await blockRequests(lab)).length).toBeGreaterThanOrEqual(8);
  await installer.cancel();
  await installing;
  expect(installer.getState()).toMatchObject({ device: { packs: [] }, job: { kind: 'idle' } });
  expect((await storage.device.read()).state.pending).toBeNull();
  expect((await storage.blocks.readHashes()).size).toBeGreaterThan(0);
});

test('cancelling before the host has answered leaves nothing', async () => {
  const lab = await labWith(await papersSnapshot());
  await lab.change({ files: {}, faults: [{ path: 'snapshot.json', kind: 'slow', delayMs: 5000 }] });
  const { storage, installer, until } = await tabOf(lab);
  const installing = installer.install(['papers']);
  await until(({ job }) => job.kind === 'preparing');
  await installer.cancel();
  await installing;
  expect(installer.getState().job).toEqual({ kind: 'idle' });
  expect((await storage.device.read()).state.pending).toBeNull();
});
