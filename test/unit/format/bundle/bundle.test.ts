import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  BUNDLE_MEDIA_TYPE,
  bundleBytes,
  bundleFileName,
} from '../../../../src/format/bundle/bundle-file.ts';
import { readBundle, type BundleFile } from '../../../../src/format/bundle/read-bundle.ts';
import { encodeTarHeader } from '../../../../src/format/bundle/tar-header.ts';
import { writeBundle } from '../../../../src/format/bundle/write-bundle.ts';
import {
  HashMismatchError,
  MalformedError,
  TruncatedError,
  UnreadableVersionError,
} from '../../../../src/format/errors.ts';
import type { BlockHash } from '../../../../src/format/hash.ts';
import { PACK_NAMES } from '../../../../src/format/manifest.ts';
import { SnapshotRefusedError } from '../../../../src/format/trust/refusal.ts';
import { blockPath } from '../../../../src/format/version.ts';
import { bundleEntries, inPieces, joinPieces, makeBundle } from '../../../support/bundle-bytes.ts';
import { bytesOf, makeSnapshot } from '../../../support/make-snapshot.ts';

const slugs = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
const snapshot = await makeSnapshot({
  records: {
    overview: [{ areas: [], notable: [], latest: [] }],
    'paper-numbers': slugs.toSorted().map((slug, number) => [slug, number]),
    papers: slugs.map((slug) => ({ slug, title: `About ${slug}`, authors: [] })),
    abstracts: slugs.map((slug) => `What ${slug} is. `.repeat(40)),
  },
  dictionary: 'What is often said.',
  blocksPerVolume: 2,
});
const other = await makeSnapshot({ records: { abstracts: ['Something else.'] } });
const bundle = await makeBundle(snapshot);
const entries = bundleEntries(snapshot);
const parts = entries.flatMap((entry) => entry.parts);
const filled = (size: number): number => 512 * Math.ceil(size / 512);
const manifestEnd = 512 + filled(snapshot.manifestBytes.byteLength);
/** Where each part of a file ends. */
const ends: number[] = [];
let at = manifestEnd;
for (const entry of entries) {
  at += 512;
  for (const { bytes } of entry.parts) ends.push((at += bytes));
  at += filled(entry.bytes) - entry.bytes;
}

async function readAll(bytes: Uint8Array<ArrayBuffer>, kept = new Set<BlockHash>(), size = 700) {
  const reader = await readBundle(inPieces(bytes, size));
  const files: BundleFile[] = [];
  for await (const file of reader.readFiles((hash) => kept.has(hash))) files.push(file);
  return { reader, files };
}

/** What reading ends with, and how many files came before. */
async function readUntilError(bytes: Uint8Array<ArrayBuffer>) {
  let files = 0;
  try {
    const reader = await readBundle(inPieces(bytes));
    for await (const file of reader.readFiles(() => false)) files += file === undefined ? 0 : 1;
  } catch (error) {
    return { error, files };
  }
  return { error: null, files };
}

describe('written and read again', () => {
  test('the same manifest and files, whatever the size of the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (size) => {
        const { reader, files } = await readAll(bundle, new Set(), size);
        expect(reader.manifestBytes).toEqual(snapshot.manifestBytes);
        expect(reader.manifest).toEqual(snapshot.manifest);
        expect(files).toEqual(
          parts.map((part) => ({
            kind: 'read',
            hash: part.hash,
            bytes: bytesOf(snapshot, part),
          })),
        );
        expect(reader.wholePacks()).toEqual(PACK_NAMES);
        expect(reader.position).toBe(bundle.byteLength);
      }),
      { numRuns: 20 },
    );
  });

  test.each([[['boards']], [['papers']], [['abstracts']], [['boards', 'abstracts']]] as const)(
    'packs %j',
    async (packs) => {
      const some = await makeBundle(snapshot, { packs });
      const { reader } = await readAll(some);
      expect(reader.wholePacks()).toEqual(packs);
      expect(bundleBytes(snapshot.manifestBytes, bundleEntries(snapshot, packs))).toBe(
        some.byteLength,
      );
    },
  );

  test('a volume is one file of it, and its blocks come one by one', () => {
    expect(entries.some((entry) => entry.parts.length > 1)).toBe(true);
    expect(new Set(parts.map(({ hash }) => hash)).size).toBe(parts.length);
  });

  test('no file is in it twice, and the same content gives the same bytes', async () => {
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(entries.length);
    expect(await makeBundle(snapshot)).toEqual(bundle);
  });

  test('what the reader has is passed over, and counts', async () => {
    const kept = new Set(parts.slice(3).map(({ hash }) => hash));
    const { reader, files } = await readAll(bundle, kept);
    expect(files.map(({ kind }) => kind)).toEqual(
      parts.map((_, place) => (place < 3 ? 'read' : 'skipped')),
    );
    expect(reader.wholePacks()).toEqual(PACK_NAMES);
  });

  test('the name tells the day and the packs, and that it is a tar', () => {
    expect(BUNDLE_MEDIA_TYPE).toBe('application/x-tar');
    expect(bundleFileName(snapshot.manifest, ['boards', 'papers'])).toBe(
      'papers-with-code-2025-07-28-boards-papers.pwc2.tar',
    );
  });
});

test('tar unpacks it into a folder that is a snapshot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pwc2-bundle-'));
  try {
    await writeFile(join(folder, 'a.tar'), bundle);
    const said = execFileSync('tar', ['-xvf', 'a.tar'], { cwd: folder, encoding: 'utf8' });
    expect(said.trim().split('\n')[0]).toBe('snapshot.json');
    expect(new Uint8Array(await readFile(join(folder, 'snapshot.json')))).toEqual(
      snapshot.manifestBytes,
    );
    const blocks = await readdir(join(folder, 'blocks'));
    expect(blocks.toSorted()).toEqual(entries.map(({ hash }) => `${hash}.bin`).toSorted());
    for (const { hash } of entries) {
      const bytes = new Uint8Array(await readFile(join(folder, blockPath(hash))));
      expect(bytes).toEqual(snapshot.files[blockPath(hash)]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('the writer refuses', () => {
  test('a file that is damaged on this device', async () => {
    const damaged = { ...snapshot, files: { ...snapshot.files } };
    damaged.files[blockPath(entries[1]!.hash)] = Uint8Array.of(1, 2, 3);
    await expect(makeBundle(damaged)).rejects.toBeInstanceOf(HashMismatchError);
  });

  test('with whatever error reading a file ends', async () => {
    const pieces = writeBundle({
      manifestBytes: snapshot.manifestBytes,
      entries,
      readPart: () => Promise.reject(new Error('gone')),
    });
    await pieces.next();
    await expect(pieces.next()).rejects.toThrow('gone');
  });
});

describe('the reader refuses', () => {
  test('a file that ends early, at any byte, after passing on all that was whole', async () => {
    for (let length = 0; length < bundle.byteLength; length += 257) {
      const { error, files } = await readUntilError(bundle.slice(0, length));
      expect(error, `at ${length}`).toBeInstanceOf(TruncatedError);
      expect(files).toBe(ends.filter((end) => end <= length).length);
    }
    expect((await readUntilError(bundle.slice(0, -1024))).files).toBe(parts.length);
  });

  test('any byte that is changed', async () => {
    for (let place = 0; place < bundle.byteLength; place += 131) {
      const damaged = bundle.slice();
      damaged[place]! ^= 0x21;
      const { error } = await readUntilError(damaged);
      // Some bytes of the manifest are text that nothing hangs on; a signature covers these.
      if (error === null && place < manifestEnd) continue;
      expect(
        [
          MalformedError,
          TruncatedError,
          HashMismatchError,
          SnapshotRefusedError,
          UnreadableVersionError,
        ].some((kind) => error instanceof kind),
        `at ${place}: ${String(error)}`,
      ).toBe(true);
    }
  });

  test('a block of another snapshot', async () => {
    const foreign = bundleEntries(other, ['abstracts'])[0]!;
    const mixed = { ...snapshot, files: { ...other.files, ...snapshot.files } };
    const bytes = await makeBundle(mixed, { entries: [...entries, foreign] });
    const { error, files } = await readUntilError(bytes);
    expect(error).toMatchObject({ refusal: { kind: 'mixed' } });
    expect(files).toBe(parts.length);
  });

  test('a block before the index that names it', async () => {
    const [index, dictionary, block, ...rest] = bundleEntries(snapshot, ['abstracts']);
    const bytes = await makeBundle(snapshot, { entries: [dictionary!, block!, index!, ...rest] });
    expect((await readUntilError(bytes)).error).toMatchObject({ refusal: { kind: 'mixed' } });
  });

  test('a block that comes twice', async () => {
    const bytes = await makeBundle(snapshot, { entries: [...entries, entries.at(-1)!] });
    expect((await readUntilError(bytes)).error).toMatchObject({
      message: expect.stringContaining('twice') as string,
    });
  });

  test('an index that does not add up to the manifest', async () => {
    const sections = structuredClone(snapshot.manifest.sections);
    sections.papers.records += 1;
    const manifestBytes = new TextEncoder().encode(
      JSON.stringify({ ...snapshot.manifest, sections }),
    );
    const { error } = await readUntilError(await makeBundle(snapshot, { manifestBytes }));
    expect(error).toMatchObject({ refusal: { kind: 'mixed', part: 'the index of papers' } });
  });

  test('contents that are larger than promised, before they are read', async () => {
    const { hash } = entries[0]!;
    const start = await makeBundle(snapshot, { entries: [] });
    const header = encodeTarHeader({ name: blockPath(hash), size: 8 ** 11 - 1, mtime: 0 });
    const bytes = joinPieces([start.slice(0, -1024), header]);
    expect((await readUntilError(bytes)).error).toMatchObject({ refusal: { kind: 'mixed' } });
  });

  test.each([
    ['a text', new TextEncoder().encode('hello '.repeat(200))],
    ['zeros', new Uint8Array(5000)],
    ['a tar with another first file', fileOf('README.md', 'hello')],
    ['a name outside of the folder', fileOf('../snapshot.json', '{}')],
    ['a manifest that is none', fileOf('snapshot.json', '{}')],
    [
      'a manifest beyond the limit',
      encodeTarHeader({ name: 'snapshot.json', size: 3e5, mtime: 0 }),
    ],
  ])('%s', async (_, bytes) => {
    expect((await readUntilError(bytes)).error).toBeInstanceOf(MalformedError);
  });

  test('another file after the manifest', async () => {
    const start = (await makeBundle(snapshot, { entries: [] })).slice(0, -1024);
    for (const name of ['blocks/', 'blocks/x.bin', `/${blockPath(entries[0]!.hash)}`, 'a']) {
      const bytes = joinPieces([start, fileOf(name, 'x')]);
      expect((await readUntilError(bytes)).error).toBeInstanceOf(MalformedError);
    }
  });

  test('what goes on after its end, but not zeros up to twenty blocks', async () => {
    const longer = joinPieces([bundle, new Uint8Array(18 * 512)]);
    expect((await readUntilError(longer)).error).toBeNull();
    for (const rest of [Uint8Array.of(1), new Uint8Array(18 * 512 + 1), bundle]) {
      const { error } = await readUntilError(joinPieces([bundle, rest]));
      expect(error).toBeInstanceOf(MalformedError);
    }
  });

  test('a tar written by another program', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pwc2-bundle-'));
    try {
      await writeFile(join(folder, 'snapshot.json'), snapshot.manifestBytes);
      execFileSync('tar', ['-cf', 'a.tar', 'snapshot.json'], { cwd: folder });
      const bytes = new Uint8Array(await readFile(join(folder, 'a.tar')));
      expect((await readUntilError(bytes)).error).toBeInstanceOf(MalformedError);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** A tar of one file, with its end. */
function fileOf(name: string, text: string): Uint8Array<ArrayBuffer> {
  const contents = new TextEncoder().encode(text);
  const header = encodeTarHeader({ name, size: contents.byteLength, mtime: 0 });
  return joinPieces([header, contents, new Uint8Array(512 - contents.byteLength + 1024)]);
}
