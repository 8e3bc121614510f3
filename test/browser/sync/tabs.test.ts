import { RUNS_IN_FLIGHT } from '../../../src/sync/fetch-blocks.ts';
import { expect, test } from 'vitest';
import {
  blockRequests,
  requestsAtRest,
  newDevice,
  papersSnapshot,
  tabOf,
} from '../../support/browser/install-lab.ts';
import { labArchive, type LabArchive } from '../../support/browser/lab-archive.ts';
import { memoryNote, type Tab } from '../../support/browser/open-tab.ts';

async function slowLab(delayMs = 15): Promise<LabArchive> {
  const { files } = await papersSnapshot();
  return labArchive({ files, faults: [{ path: 'blocks/', kind: 'slow', delayMs }] });
}

/** Two tabs of a device, of which the first has begun to install. */
async function twoTabs(lab: LabArchive) {
  const device = newDevice();
  // As local storage is: one for all tabs.
  const note = memoryNote();
  const first = await tabOf(lab, device, { note });
  const second = await tabOf(lab, device, { note });
  await Promise.all([first.installer.start(), second.installer.start()]);
  const installing = first.installer.install(['papers']);
  await first.until(({ job }) => job.kind === 'running');
  return { device, first, second, installing };
}

const elsewhere = (tab: Tab) =>
  tab.until(
    ({ job }) =>
      job.kind === 'elsewhere' && job.job?.kind === 'running' && job.job.progress.doneBytes > 0,
  );

test('one tab installs, the others show its progress and the result', async () => {
  const lab = await slowLab();
  const { first, second, installing } = await twoTabs(lab);
  const { job } = await elsewhere(second);
  expect(job).toMatchObject({ kind: 'elsewhere', job: { packs: ['papers'] } });
  await installing;
  await second.until(({ job: it, device }) => it.kind === 'idle' && device.packs.length === 1);
  expect(second.installer.getState().device.snapshot).toBe(
    first.installer.getState().device.snapshot,
  );
  const fetched = await blockRequests(lab);
  expect(new Set(fetched).size).toBe(fetched.length);
});

test('a tab that is opened later learns what the other is at', async () => {
  const lab = await slowLab();
  const { device, installing } = await twoTabs(lab);
  const third = await tabOf(lab, device);
  await third.installer.start();
  await elsewhere(third);
  await installing;
  await third.until(({ device: { packs } }) => packs.length === 1);
});

test('other tabs are told a few times a second, not with every block', async () => {
  const lab = await slowLab(10);
  const { first, second, installing } = await twoTabs(lab);
  await installing;
  const here = first.jobs.filter(({ kind }) => kind === 'running').length;
  const there = second.jobs.filter(
    (job) => job.kind === 'elsewhere' && job.job?.kind === 'running',
  ).length;
  expect(here).toBeGreaterThan(there);
});

test('when that tab is closed another goes on, and nothing stored is fetched again', async () => {
  const lab = await slowLab();
  const { first, second } = await twoTabs(lab);
  await elsewhere(second);
  const stored = await first.storage.blocks.readHashes();
  const before = (await blockRequests(lab)).length;
  first.close();
  await second.until(({ job, device }) => job.kind === 'idle' && device.packs.length === 1);
  const later = (await blockRequests(lab)).slice(before);
  expect(later.filter((path) => [...stored].some((hash) => path.includes(hash)))).toEqual([]);
});

test('a second tab that installs more waits, and both get all', async () => {
  const lab = await slowLab(5);
  const { first, second, installing } = await twoTabs(lab);
  await Promise.all([installing, second.installer.install(['abstracts'])]);
  for (const tab of [first, second]) {
    await tab.until(({ device }) => device.packs.length === 2);
    expect(tab.installer.getState().device.packs).toEqual(['papers', 'abstracts']);
  }
  const fetched = await blockRequests(lab);
  expect(new Set(fetched).size).toBeGreaterThanOrEqual(fetched.length - RUNS_IN_FLIGHT);
});

test.each(['pause', 'cancel'] as const)('every tab can %s the job', async (action) => {
  const lab = await slowLab(30);
  const { first, second, installing } = await twoTabs(lab);
  await elsewhere(second);
  await second.installer[action]();
  await installing;
  const expected = action === 'pause' ? 'paused' : 'idle';
  for (const tab of [first, second]) await tab.until(({ job }) => job.kind === expected);
  const asked = await requestsAtRest(lab);
  expect(await requestsAtRest(lab)).toBe(asked);
  if (action === 'cancel') return;
  await second.installer.resume();
  await first.until(({ device }) => device.packs.length === 1);
});

test('removing in one tab is seen in the others', async () => {
  const lab = await slowLab(0);
  const { first, second, installing } = await twoTabs(lab);
  await installing;
  await second.until(({ device }) => device.packs.length === 1);
  await second.installer.remove(['papers']);
  await first.until(({ device }) => device.packs.length === 0);
  await expect.poll(() => first.storage.blocks.readHashes()).toEqual(new Set());
});
