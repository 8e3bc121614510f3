import { beforeEach, describe, expect, test } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import { NotOnDeviceError } from '../../../src/archive/errors.ts';
import { readAliases, readTrends, readVenue } from '../../../src/archive/later-records.ts';
import {
  HashMismatchError,
  MalformedError,
  UnreadableVersionError,
} from '../../../src/format/errors.ts';
import { modelKey } from '../../../src/format/model-key.ts';
import type { TaskListing } from '../../../src/format/records/task.ts';
import { TrendsSchema } from '../../../src/format/records/trends.ts';
import { blockPath, FORMAT_VERSION } from '../../../src/format/version.ts';
import type { Fetch } from '../../../src/host/fetch-file.ts';
import { createSnapshotHost } from '../../../src/host/snapshot-host.ts';
import { acceptAny } from '../../support/accept-any.ts';
import { makeSnapshot, type MadeSnapshot } from '../../support/make-snapshot.ts';
import { createMemoryHost, MEMORY_HOST_URL, type MemoryHost } from '../../support/memory-host.ts';

const SLUGS = ['a', 'bert', 'clip', 'dall-e', 'elmo', 'flan', 'gpt-3'];
const papers = SLUGS.map((slug, number) => ({
  slug,
  title: `Paper ${number}`,
  authors: ['A. Author'],
}));
const listing = (slug: string): TaskListing => ({
  slug,
  name: slug,
  areas: [],
  boards: 1,
  papers: 0,
});

const MODELS = ['AlexNet', 'BERT', 'C3D'];

let snapshot: MadeSnapshot;
let memory: MemoryHost;

beforeEach(async () => {
  snapshot = await makeSnapshot({
    records: {
      papers,
      'paper-numbers': SLUGS.map((slug, number) => [slug, number]),
      abstracts: SLUGS.map((slug) => (slug === 'elmo' ? null : `About ${slug}.`)),
      'task-list': ['x', 'y', 'z'].map(listing),
      models: MODELS.map((name) => [modelKey(name), { name, boards: ['x-on-y'] }]),
    },
    dictionary: 'What is often said.',
  });
  memory = createMemoryHost(snapshot.files);
});

async function open(manifestBytes = snapshot.manifestBytes) {
  const host = createSnapshotHost(MEMORY_HOST_URL, { fetch: memory.fetch });
  return openArchive({ accepted: await acceptAny(manifestBytes), host, store: null });
}

describe('finding records', () => {
  test('every key and every number is found, others are not', async () => {
    const archive = await open();
    for (const [number, slug] of SLUGS.entries()) {
      expect(await archive.findPaper(slug)).toEqual({ number });
      expect(await archive.paper(number)).toEqual(papers[number]);
    }
    for (const slug of ['', '0', 'aa', 'bertt', 'zzz', '__proto__', 'constructor', 'ü']) {
      expect(await archive.findPaper(slug)).toBeNull();
    }
    for (const number of [-1, SLUGS.length, 1e9, 0.5])
      expect(await archive.paper(number)).toBeNull();
  });

  test('slugs next to one that is not there are those of the block that would hold it', async () => {
    const archive = await open();
    // Two papers a block: "clip" and "dall-e" stand in one.
    expect(await archive.paperSlugsNear('cozy', 3)).toEqual(['clip', 'dall-e']);
    expect(await archive.paperSlugsNear('clip', 1)).toEqual(['clip']);
    expect(await archive.paperSlugsNear('', 3)).toEqual(['a', 'bert']);
    expect(await archive.paperSlugsNear('zzz', 3)).toEqual(['gpt-3']);
  });

  test('a section that came later may be missing', async () => {
    const archive = await open();
    expect(archive.openLater('trends', TrendsSchema)).toBeNull();
    expect(await readTrends(archive)).toBeNull();
    expect(await readVenue(archive, 'cvpr-2019')).toBeNull();
    expect(await readAliases(archive, 'task', 'bert')).toEqual([]);
  });

  test('papers are listed newest first, cut at the end', async () => {
    const archive = await open();
    const slugs = async (skip: number, count: number) =>
      (await archive.listPapers(skip, count)).map(({ slug }) => slug);
    expect(await slugs(0, 3)).toEqual(['gpt-3', 'flan', 'elmo']);
    expect(await slugs(5, 50)).toEqual(['bert', 'a']);
    expect(await slugs(7, 50)).toEqual([]);
  });

  test('models are found by key and listed with their names', async () => {
    const archive = await open();
    expect((await archive.model(modelKey('bert')))?.name).toBe('BERT');
    expect(await archive.model('')).toBeNull();
    expect((await archive.listModels()).map(({ name }) => name)).toEqual(MODELS);
  });

  test('a missing abstract is null', async () => {
    const archive = await open();
    expect(await archive.abstract(4)).toBeNull();
    expect(await archive.abstract(1)).toBe('About bert.');
  });
});

describe('what a read costs', () => {
  test('one record is its index and one block, each fetched once', async () => {
    const archive = await open();
    await archive.paper(5);
    await archive.paper(4);
    const block = snapshot.blocks.papers[2];
    expect(memory.asked).toEqual([
      blockPath(snapshot.manifest.sections.papers.index!.hash),
      blockPath(block!.hash),
    ]);
  });

  test.each([true, false])(
    'a block of a volume is one range: host knows ranges %s',
    async (ranges) => {
      snapshot = await makeSnapshot({
        records: { papers },
        recordsPerBlock: 1,
        blocksPerVolume: 3,
      });
      const host = createMemoryHost(snapshot.files);
      const asked: string[] = [];
      const fetch: Fetch = (url, init) => {
        asked.push(
          `${url.slice(MEMORY_HOST_URL.length)} ${new Headers(init.headers).get('range')}`,
        );
        return host.fetch(url, ranges ? init : {});
      };
      const archive = openArchive({
        accepted: await acceptAny(snapshot.manifestBytes),
        host: createSnapshotHost(MEMORY_HOST_URL, { fetch }),
        store: null,
      });
      expect(await archive.paper(4)).toEqual(papers[4]);
      const { place, bytes } = snapshot.blocks.papers[4]!;
      const { volume, offset } = place!;
      expect(asked.slice(1)).toEqual([
        `${blockPath(volume.hash)} bytes=${offset}-${offset + bytes - 1}`,
      ]);
    },
  );

  test('reads at the same time share one fetch', async () => {
    const archive = await open();
    await Promise.all([
      archive.paper(0),
      archive.paper(1),
      archive.paper(0),
      archive.listPapers(5, 2),
    ]);
    expect(memory.asked).toHaveLength(2);
  });

  test('the dictionary is fetched once, beside the first block that needs it', async () => {
    const archive = await open();
    expect(await archive.abstract(0)).toBe('About a.');
    const { index, dictionary } = snapshot.manifest.sections.abstracts;
    const [first, second] = snapshot.blocks.abstracts;
    expect(memory.asked.toSorted()).toEqual(
      [index!, dictionary!, first!].map(({ hash }) => blockPath(hash)).toSorted(),
    );
    memory.asked.length = 0;
    expect(await archive.abstract(2)).toBe('About clip.');
    expect(memory.asked).toEqual([blockPath(second!.hash)]);
  });

  test('a list is read once', async () => {
    const archive = await open();
    await archive.listTasks();
    const asked = memory.asked.length;
    expect(await archive.listTasks()).toHaveLength(3);
    expect(memory.asked).toHaveLength(asked);
  });
});

describe('what can go wrong', () => {
  test('without host and store the pack that is missing is named, and a later try works', async () => {
    const archive = await open();
    memory.isDown = true;
    await expect(archive.paper(0)).rejects.toMatchObject({
      name: 'NotOnDeviceError',
      pack: 'papers',
    });
    await expect(archive.abstract(0)).rejects.toBeInstanceOf(NotOnDeviceError);
    memory.isDown = false;
    expect(await archive.paper(0)).toEqual(papers[0]);
  });

  test('a block with one flipped byte is refused and named; a good copy heals it', async () => {
    const archive = await open();
    const { hash } = snapshot.blocks.papers[0]!;
    const path = blockPath(hash);
    const good = snapshot.files[path]!;
    const bad = good.slice();
    bad[5] = bad[5]! ^ 1;
    snapshot.files[path] = bad;
    const error = await archive.paper(0).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(HashMismatchError);
    expect((error as Error).message).toContain(hash);
    snapshot.files[path] = good;
    expect(await archive.paper(0)).toEqual(papers[0]);
  });

  test('a dictionary that is not the one named is refused; a good copy heals it', async () => {
    const archive = await open();
    const path = blockPath(snapshot.manifest.sections.abstracts.dictionary!.hash);
    const good = snapshot.files[path]!;
    snapshot.files[path] = good.map((byte, place) => (place === 20 ? byte ^ 1 : byte));
    await expect(archive.abstract(0)).rejects.toBeInstanceOf(HashMismatchError);
    snapshot.files[path] = good;
    expect(await archive.abstract(0)).toBe('About a.');
  });

  test('a record of another shape is refused, its neighbours are not', async () => {
    snapshot = await makeSnapshot({ records: { papers: [{ slug: 1 }, papers[1]] } });
    memory = createMemoryHost(snapshot.files);
    const archive = await open();
    await expect(archive.paper(0)).rejects.toBeInstanceOf(MalformedError);
    expect(await archive.paper(1)).toEqual(papers[1]);
  });

  test('a newer format says both numbers', async () => {
    const newer = JSON.stringify({ ...snapshot.manifest, version: 7 });
    const error = await open(new TextEncoder().encode(newer)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnreadableVersionError);
    expect((error as Error).message).toMatch(new RegExp(`format 7.*format ${FORMAT_VERSION}`));
  });

  test.each([
    '',
    '{',
    '[]',
    '{"magic":"other","version":1}',
    '<!doctype html>',
    '{"magic":"pwc2-snapshot"}',
  ])('a manifest that is %j is refused', async (text) => {
    await expect(open(new TextEncoder().encode(text))).rejects.toBeInstanceOf(MalformedError);
  });
});

test('an index of another snapshot is refused, however whole it is', async () => {
  const sections = structuredClone(snapshot.manifest.sections);
  sections.papers.records += 1;
  const manifest = { ...snapshot.manifest, sections };
  const archive = await open(new TextEncoder().encode(JSON.stringify(manifest)));
  await expect(archive.paper(0)).rejects.toMatchObject({
    refusal: { kind: 'mixed', part: 'the index of papers' },
  });
  expect(await archive.findPaper('bert')).toEqual({ number: 1 });
});
