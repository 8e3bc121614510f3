import { expect, test } from 'vitest';
import { SelfTestError } from '../../../src/archive/errors.ts';
import { blockPath } from '../../../src/format/version.ts';
import {
  blockRequests,
  hostIsGone,
  labWith,
  newDevice,
  papersSnapshot,
  SLUGS,
  tabOf,
} from '../../support/browser/install-lab.ts';
import type { Tab } from '../../support/browser/open-tab.ts';
import { makeSnapshot, type MadeSnapshot } from '../../support/make-snapshot.ts';

const REVISED = ' (revised)';

async function titleOf(tab: Tab, number: number): Promise<string | undefined> {
  const { archive } = await tab.openArchive();
  return (await archive.paper(number))?.title;
}

async function storedPaths({ storage }: Tab): Promise<string[]> {
  return [...(await storage.blocks.readHashes())].map(blockPath);
}

/** A device with one snapshot installed, and a host that has the next one. */
async function deviceBeforeUpdate() {
  const old = await papersSnapshot();
  const next = await papersSnapshot(REVISED, '2025-08-28');
  const lab = await labWith(old);
  const device = newDevice();
  const tab = await tabOf(lab, device);
  await tab.installer.install(['papers']);
  await lab.change({ files: next.files });
  return { old, next, lab, device, tab };
}

function pathsNotIn(paths: readonly string[], { files }: MadeSnapshot): string[] {
  return paths.filter((path) => files[path] === undefined);
}

test('an update says before what it fetches, and fetches only what changed', async () => {
  const { old, next, lab, tab } = await deviceBeforeUpdate();
  const { installer } = tab;
  const before = await blockRequests(lab);
  await installer.checkHost();
  const { host } = installer.getState();
  expect(host).toMatchObject({ kind: 'known', id: next.id, isUpdate: true });
  await installer.update();
  expect(installer.getState().device).toMatchObject({
    snapshot: next.id,
    packs: ['papers'],
    previous: { id: old.id, packs: ['papers'] },
  });
  const fetched = (await blockRequests(lab)).slice(before.length);
  expect(fetched.length).toBeGreaterThan(0);
  expect(new Set(fetched).size).toBe(fetched.length);
  expect(fetched.filter((path) => old.files[path] !== undefined)).toEqual([]);
  const bytes = fetched.reduce((sum, path) => sum + next.files[path]!.byteLength, 0);
  expect(host.kind === 'known' && host.updateBytes).toBe(bytes);
  await installer.checkHost();
  expect(installer.getState().host).toMatchObject({ isUpdate: false, updateBytes: null });
});

test('until the new snapshot is whole, pages read the old one', async () => {
  const { old, next, lab, tab, device } = await deviceBeforeUpdate();
  const last = next.blocks.papers.at(-1)!;
  await lab.change({
    files: next.files,
    faults: [{ path: last.hash, kind: 'status', status: 404 }],
  });
  await tab.installer.update();
  expect(tab.installer.getState().job.kind).toBe('failed');
  const another = await tabOf(lab, device);
  expect((await another.openArchive()).archive.id).toBe(old.id);
  expect(await titleOf(another, 39)).toBe('paper-039');
});

test('pages that are open finish on the snapshot that they began with, offline and all', async () => {
  const { old, next, lab, tab, device } = await deviceBeforeUpdate();
  const reader = await tabOf(lab, device);
  const { archive } = await reader.openArchive();
  await tab.installer.update();
  await tab.installer.removePrevious();
  await hostIsGone(lab);
  // Nothing of it was in memory: every block comes from the device, although the update is done.
  for (const number of SLUGS.keys()) {
    expect((await archive.paper(number))?.title).toBe(SLUGS[number]);
  }
  expect(archive.id).toBe(old.id);
  const later = await tabOf(lab, device);
  expect((await later.openArchive()).archive.id).toBe(next.id);
  expect(await titleOf(later, 39)).toBe(`paper-039${REVISED}`);
});

test('blocks of a removed snapshot go when no tab reads it', async () => {
  const { old, next, tab } = await deviceBeforeUpdate();
  await tab.installer.update();
  expect(pathsNotIn(await storedPaths(tab), next).length).toBeGreaterThan(0);
  await tab.installer.removePrevious();
  await expect.poll(async () => pathsNotIn(await storedPaths(tab), next)).toEqual([]);
  expect(await tab.storage.device.readSnapshot(old.id)).toBeNull();
  const needed = next.blocks.papers.map(({ hash }) => blockPath(hash));
  expect(await storedPaths(tab)).toEqual(expect.arrayContaining(needed));
});

test('one can go back to the snapshot before, and forth again, without a connection', async () => {
  const { old, next, lab, tab, device } = await deviceBeforeUpdate();
  await tab.installer.update();
  await hostIsGone(lab);
  await tab.installer.rollBack();
  expect(tab.installer.getState().device).toMatchObject({
    snapshot: old.id,
    previous: { id: next.id },
  });
  expect(await titleOf(await tabOf(lab, device), 39)).toBe('paper-039');
  await tab.installer.rollBack();
  expect(tab.installer.getState().device.snapshot).toBe(next.id);
  expect(await titleOf(await tabOf(lab, device), 39)).toBe(`paper-039${REVISED}`);
});

test('a third snapshot takes the place of the first, whose blocks go', async () => {
  const { old, next, lab, tab } = await deviceBeforeUpdate();
  await tab.installer.update();
  const third = await papersSnapshot(' (again)', '2025-09-28');
  await lab.change({ files: third.files });
  await tab.installer.update();
  expect(tab.installer.getState().device).toMatchObject({
    snapshot: third.id,
    previous: { id: next.id },
  });
  await expect.poll(() => tab.storage.device.readSnapshot(old.id)).toBeNull();
  await expect
    .poll(async () => pathsNotIn(pathsNotIn(await storedPaths(tab), next).map(String), third))
    .toEqual([]);
});

test.each([
  {
    fault: 'numbers of papers that lead elsewhere',
    records: { 'paper-numbers': SLUGS.map((slug, number) => [slug, 39 - number]) },
  },
  { fault: 'records of another shape', records: { papers: SLUGS.map((slug) => ({ slug })) } },
])('a new snapshot with $fault is not made active', async ({ records }) => {
  const { old, lab, tab, device } = await deviceBeforeUpdate();
  const broken = await makeSnapshot({
    date: '2025-08-28',
    records: {
      overview: [{ areas: [], notable: [], latest: [] }],
      papers: SLUGS.map((slug) => ({ slug, title: slug, authors: [] })),
      'paper-numbers': SLUGS.map((slug, number) => [slug, number]),
      abstracts: SLUGS,
      ...records,
    },
  });
  await lab.change({ files: broken.files });
  await tab.installer.update();
  const { job, device: contents } = tab.installer.getState();
  expect(job.kind === 'failed' && job.error).toBeInstanceOf(SelfTestError);
  expect(contents.snapshot).toBe(old.id);
  expect(await titleOf(await tabOf(lab, device), 39)).toBe('paper-039');
});

test('garbage is not collected while an install runs', async () => {
  const { next, lab, tab, device } = await deviceBeforeUpdate();
  await lab.change({
    files: next.files,
    faults: [{ path: 'blocks/', kind: 'slow', delayMs: 20 }],
  });
  const updating = tab.installer.update();
  await tab.until(({ job }) => job.kind === 'running' && job.progress.doneBytes > 0);
  const stored = await storedPaths(tab);
  const other = await tabOf(lab, device);
  await other.installer.removePrevious();
  expect(await storedPaths(tab)).toEqual(expect.arrayContaining(stored));
  await updating;
  expect(tab.installer.getState().device.snapshot).toBe(next.id);
});
