import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SelfTestError } from '../../../src/archive/errors.ts';
import { testSnapshot } from '../../../src/archive/test-snapshot.ts';
import type { BlockStore } from '../../../src/db/block-store.ts';
import {
  parseManifest,
  SEARCH_SECTION_NAMES,
  type Manifest,
} from '../../../src/format/manifest.ts';
import type { AcceptedManifest } from '../../../src/format/trust/accept-manifest.ts';
import { build, withFolder, writeDumps } from '../../support/dump-builds.ts';

const ALL = ['boards', 'papers', 'abstracts'] as const;

interface Built {
  readonly manifest: Manifest;
  readonly blocks: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** A snapshot of two papers with these titles. */
function buildTitles(titles: readonly string[]): Promise<Built> {
  return withFolder(async (folder) => {
    const [from, to] = [join(folder, 'dumps'), join(folder, 'snapshot')];
    await mkdir(from);
    await writeDumps(from, {
      'papers-with-abstracts': titles.map((title, place) => ({
        paper_url: `https://paperswithcode.com/paper/paper-${place}`,
        title,
        abstract: `${title}.`.repeat(3),
        authors: [],
        date: '2020-01-01',
        tasks: [],
        methods: [],
      })),
    });
    await build(from, to);
    const blocks = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const name of await readdir(join(to, 'blocks'))) {
      const bytes = new Uint8Array(await readFile(join(to, 'blocks', name)));
      blocks.set(name.replace('.bin', ''), bytes);
    }
    return { manifest: parseManifest(await readFile(join(to, 'snapshot.json'))), blocks };
  });
}

let own: Built;
let other: Built;

beforeAll(async () => {
  own = await buildTitles(['Attention "Is": All', '$E$-mail - a Study']);
  other = await buildTitles(['Graphs without Edges', 'Cooking with Fire']);
});

const storeOf = (...built: readonly Built[]): BlockStore =>
  ({
    get: (hash: string) =>
      Promise.resolve(built.map(({ blocks }) => blocks.get(hash)).find(Boolean) ?? null),
  }) as unknown as BlockStore;

const acceptedOf = (manifest: Manifest) => ({ manifest }) as AcceptedManifest;

test('a whole snapshot passes, its search from the device alone', async () => {
  await testSnapshot(acceptedOf(own.manifest), ALL, storeOf(own));
});

test('one whose search does not find its papers is refused', async () => {
  const foreign = Object.fromEntries(
    SEARCH_SECTION_NAMES.map((name) => [name, other.manifest.sections[name]]),
  );
  const sections = { ...own.manifest.sections, ...foreign };
  const mixed = acceptedOf({ ...own.manifest, sections });
  for (const pack of ['papers', 'abstracts'] as const) {
    await expect(testSnapshot(mixed, [pack], storeOf(own, other))).rejects.toThrow(SelfTestError);
  }
  await testSnapshot(mixed, ['boards'], storeOf(own, other));
});

test('one without a search, or with one of another version, is as good as its pages', async () => {
  const { search, ...without } = own.manifest;
  await testSnapshot(acceptedOf(without), ALL, storeOf(own));
  const newer = { ...own.manifest, search: { ...search!, version: 99 } };
  await testSnapshot(acceptedOf(newer), ALL, storeOf(own));
});
