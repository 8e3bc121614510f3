import { expect, test } from 'vitest';
import { HashMismatchError } from '../../../src/format/errors.ts';
import { HostRefusedError, MirrorsFailedError } from '../../../src/host/errors.ts';
import {
  blockRequests,
  labWith,
  newDevice,
  papersSnapshot,
  tabOf,
  volumesSnapshot,
} from '../../support/browser/install-lab.ts';
import { labArchive } from '../../support/browser/lab-archive.ts';
import type { LabFault } from '../../support/lab-protocol.ts';

const FAULTS: Record<string, LabFault> = {
  // Each of the six in flight, and once more past the caches.
  'lies for a while': { path: 'blocks/', times: 12, kind: 'flip-byte' },
  'lies always': { path: 'blocks/', kind: 'flip-byte' },
  'cuts files short': { path: 'blocks/', kind: 'truncate' },
  'lacks every block': { path: 'blocks/', kind: 'status', status: 404 },
  'lacks one file': { path: 'blocks/', skip: 4, times: 1, kind: 'status', status: 404 },
  refuses: { path: 'blocks/', kind: 'status', status: 403 },
  'is overrun': { path: 'blocks/', kind: 'status', status: 503 },
  'falls silent': { path: 'blocks/', kind: 'stall' },
  'hangs up': { path: 'blocks/', kind: 'hang-up' },
};

const LAYOUTS = { files: papersSnapshot, volumes: volumesSnapshot };
const CASES = Object.entries(FAULTS).flatMap(([name, fault]) =>
  Object.entries(LAYOUTS).map(([layout, make]) => [name, layout, fault, make] as const),
);

test.each(CASES)('a mirror that %s is left for the next: %s', async (_, _layout, fault, make) => {
  const { files } = await make();
  const bad = await labArchive({ files, faults: [fault] });
  const good = await labArchive({ files });
  const { installer, jobs } = await tabOf(bad, newDevice(), {
    addresses: [bad.url, good.url],
    // Short where it is to be seen; elsewhere a busy machine must not look like a silent mirror.
    ...(fault.kind === 'stall' ? { stallMs: 400 } : {}),
  });
  await installer.install(['papers']);
  expect(installer.getState()).toMatchObject({
    device: { packs: ['papers'] },
    job: { kind: 'idle' },
  });
  // Another mirror is better than waiting.
  if (fault.kind !== 'stall') expect(jobs.filter(({ kind }) => kind === 'waiting')).toEqual([]);
  expect((await blockRequests(good)).length).toBeGreaterThan(0);
});

test('a mirror that fails is tried last from then on, not at every block', async () => {
  const { files } = await papersSnapshot();
  const bad = await labArchive({
    files,
    faults: [{ path: 'blocks/', kind: 'status', status: 404 }],
  });
  const good = await labArchive({ files });
  const { installer } = await tabOf(bad, newDevice(), { addresses: [bad.url, good.url] });
  await installer.install(['papers']);
  // At most the requests that were in flight before the first failure was known.
  expect((await blockRequests(bad)).length).toBeLessThanOrEqual(6);
});

test('mirrors that lack different blocks make a whole together', async () => {
  const snapshot = await papersSnapshot();
  const { papers } = snapshot.blocks;
  const without = (hash: string): LabFault => ({ path: hash, kind: 'status', status: 404 });
  const first = await labArchive({
    files: snapshot.files,
    faults: [without(papers[2]!.hash), without(papers[5]!.hash)],
  });
  const second = await labArchive({ files: snapshot.files, faults: [without(papers[3]!.hash)] });
  const { installer } = await tabOf(first, newDevice(), { addresses: [first.url, second.url] });
  await installer.install(['papers']);
  expect(installer.getState().device.packs).toEqual(['papers']);
});

test('when every mirror fails for good, the install ends and says how each failed', async () => {
  const snapshot = await papersSnapshot();
  const { hash } = snapshot.blocks.papers[3]!;
  const liar = await labArchive({
    files: snapshot.files,
    faults: [{ path: hash, kind: 'flip-byte' }],
  });
  const lacking = await labArchive({
    files: snapshot.files,
    faults: [{ path: hash, kind: 'status', status: 404 }],
  });
  const { installer } = await tabOf(liar, newDevice(), { addresses: [liar.url, lacking.url] });
  await installer.install(['papers']);
  const { job } = installer.getState();
  const error = job.kind === 'failed' ? job.error : null;
  expect(error).toBeInstanceOf(MirrorsFailedError);
  const failures = error instanceof MirrorsFailedError ? error.failures : [];
  expect(failures.find((it) => it instanceof HashMismatchError)?.message).toContain(hash);
  expect(failures.find((it) => it instanceof HostRefusedError)).toMatchObject({ status: 404 });
});

test('the manifest comes from the first mirror that has a readable one', async () => {
  const snapshot = await papersSnapshot();
  const newer = JSON.stringify({ ...snapshot.manifest, version: 99 });
  const ahead = await labArchive({ files: { ...snapshot.files, 'snapshot.json': newer } });
  const empty = await labWith({ ...snapshot, files: {} });
  const good = await labWith(snapshot);
  const { installer } = await tabOf(ahead, newDevice(), {
    addresses: [ahead.url, empty.url, good.url],
  });
  await installer.checkHost();
  expect(installer.getState().host).toMatchObject({
    kind: 'known',
    id: snapshot.id,
    from: good.url,
  });
  await installer.install(['boards']);
  expect(installer.getState().device.snapshot).toBe(snapshot.id);
});

test('pages read past a bad mirror too', async () => {
  const { files } = await papersSnapshot();
  const bad = await labArchive({ files, faults: [{ path: '', kind: 'status', status: 503 }] });
  const good = await labArchive({ files });
  const { openArchive } = await tabOf(bad, newDevice(), { addresses: [bad.url, good.url] });
  const { archive } = await openArchive();
  expect((await archive.paper(7))?.slug).toBe('paper-007');
});
