import { expect, test } from 'vitest';
import { PACK_NAMES } from '../../../src/format/manifest.ts';
import { HashMismatchError } from '../../../src/format/errors.ts';
import { blockPath } from '../../../src/format/version.ts';
import {
  hostIsGone,
  newDevice,
  SLUGS,
  tabOf,
  volumesSnapshot,
} from '../../support/browser/install-lab.ts';
import { labArchive, type LabArchive } from '../../support/browser/lab-archive.ts';
import type { MadeSnapshot } from '../../support/make-snapshot.ts';

const snapshot = await volumesSnapshot();
const { papers } = snapshot.blocks;
const [middle] = papers.slice(10);
const volume = middle!.place!.volume;

/** Requests for blocks, as "path range". */
async function asked(lab: LabArchive): Promise<string[]> {
  return (await lab.requests())
    .filter(({ path }) => path.startsWith('blocks/'))
    .map(({ path, range = '' }) => `${path} ${range}`.trim());
}

const rangeOf = (blocks: MadeSnapshot['blocks']['papers']): string => {
  const start = blocks[0]!.place!.offset;
  const end = start + blocks.reduce((sum, { bytes }) => sum + bytes, 0);
  return `bytes=${start}-${end - 1}`;
};

test('an install asks for every file once, whole, and has every block', async () => {
  const lab = await labArchive({ files: snapshot.files });
  const { installer, storage, openArchive } = await tabOf(lab);
  await installer.install(PACK_NAMES);
  expect((await asked(lab)).toSorted()).toEqual(
    Object.keys(snapshot.files)
      .filter((path) => path.startsWith('blocks/'))
      .toSorted(),
  );
  const hashes = await storage.blocks.readHashes();
  for (const { hash } of papers) expect(hashes.has(hash)).toBe(true);
  expect(hashes.has(volume.hash)).toBe(false);
  await hostIsGone(lab);
  const { archive } = await openArchive();
  expect((await archive.paper(39))?.slug).toBe(SLUGS[39]);
});

test.each([true, false])(
  'a page reads one block, which an install does not fetch again: ranges %s',
  async (ranges) => {
    const lab = await labArchive({ files: snapshot.files, ranges });
    const { installer, openArchive, storage } = await tabOf(lab);
    const { archive } = await openArchive();
    expect((await archive.paper(21))?.slug).toBe(SLUGS[21]);
    const block = `${blockPath(volume.hash)} ${rangeOf([middle!])}`;
    expect(await asked(lab)).toContain(block);
    // It is kept beside the page, not before it.
    await expect.poll(() => storage.blocks.readHashes()).toContain(middle!.hash);

    await installer.install(['papers']);
    const own = papers.filter(({ place }) => place?.volume.hash === volume.hash);
    const at = own.indexOf(middle!);
    expect((await asked(lab)).filter((one) => one.includes(volume.hash)).toSorted()).toEqual(
      [[middle!], own.slice(0, at), own.slice(at + 1)]
        .map((run) => `${blockPath(volume.hash)} ${rangeOf(run)}`)
        .toSorted(),
    );
    expect(installer.getState().device.packs).toEqual(['papers']);
  },
);

test('what came of a volume before its host fell silent is not asked for again', async () => {
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: volume.hash, times: 1, kind: 'stall' }],
  });
  const { installer } = await tabOf(lab, newDevice(), { stallMs: 400 });
  await installer.install(['papers']);
  expect(installer.getState().device.packs).toEqual(['papers']);
  const own = papers.filter(({ place }) => place?.volume.hash === volume.hash);
  // Half of the bytes are three of seven blocks, and a part of one.
  expect((await asked(lab)).filter((one) => one.includes(volume.hash))).toEqual([
    blockPath(volume.hash),
    `${blockPath(volume.hash)} ${rangeOf(own.slice(3))}`,
  ]);
});

test('a block that is damaged in its volume stops the install by its own name; those before it stay', async () => {
  const damaged = snapshot.files[blockPath(volume.hash)]!.slice();
  damaged[middle!.place!.offset + 1]! ^= 1;
  const lab = await labArchive({ files: { ...snapshot.files, [blockPath(volume.hash)]: damaged } });
  const { installer, storage } = await tabOf(lab);
  await installer.install(['papers']);
  const { job } = installer.getState();
  const error = job.kind === 'failed' ? job.error : null;
  expect(error).toBeInstanceOf(HashMismatchError);
  expect(error?.message).toContain(middle!.hash);
  const stored = await storage.blocks.readHashes();
  const own = papers.filter(({ place }) => place?.volume.hash === volume.hash);
  const before = own.slice(0, own.indexOf(middle!)).map(({ hash }) => hash);
  expect(before.every((hash) => stored.has(hash))).toBe(true);
  expect(stored.has(middle!.hash)).toBe(false);
  await lab.change({ files: snapshot.files });
  await installer.resume();
  expect(installer.getState().device.packs).toEqual(['papers']);
});

test('an update fetches of a volume only the blocks that changed', async () => {
  const lab = await labArchive({ files: snapshot.files });
  const { installer } = await tabOf(lab);
  await installer.install(['papers']);
  const before = (await asked(lab)).length;
  const next = await volumesSnapshot(' (revised)', '2025-08-28');
  await lab.change({ files: next.files });
  await installer.checkHost();
  await installer.update();
  const known = new Set(papers.map(({ hash }) => hash));
  const mixed = next.blocks.papers.filter(
    ({ place }) => place?.volume.hash === next.blocks.papers[10]!.place!.volume.hash,
  );
  const changed = mixed.filter(({ hash }) => !known.has(hash));
  expect(changed.length).toBeLessThan(mixed.length);
  const again = (await asked(lab)).slice(before);
  expect(again).toContain(`${blockPath(mixed[0]!.place!.volume.hash)} ${rangeOf(changed)}`);
  expect(installer.getState().device.snapshot).toBe(next.id);
});

test('while an install is unfinished, no state takes what is here for all', async () => {
  const lab = await labArchive({ files: snapshot.files });
  const device = newDevice();
  const first = await tabOf(lab, device);
  await first.installer.install(['boards', 'papers']);
  await lab.change({
    files: snapshot.files,
    faults: [{ path: 'blocks/', kind: 'slow', delayMs: 300 }],
  });
  void first.installer.install(['abstracts']);
  await first.until(({ job }) => job.kind === 'running');
  first.close();

  const second = await tabOf(lab, device);
  const states: string[] = [];
  second.installer.subscribe(() => {
    const { job, device: contents } = second.installer.getState();
    states.push(`${contents.packs.length} ${job.kind}`);
  });
  await second.installer.start();
  await second.until(({ device: contents }) => contents.packs.length === 3);
  expect(states).not.toContain('2 idle');
});
