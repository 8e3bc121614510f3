import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import type { Disk } from '../../../src/builder/disk.ts';
import { InputError } from '../../../src/builder/input-error.ts';
import { nodeDisk } from '../../../src/builder/node-disk.ts';
import {
  build,
  readReport,
  readTree,
  withFolder,
  writeDumps,
  type DumpContents,
} from '../../support/dump-builds.ts';

// Builds take their time where other tests run beside them.
vi.setConfig({ testTimeout: 60_000 });

const paper = (slug: string) => ({
  paper_url: `https://paperswithcode.com/paper/${slug}`,
  title: `Title of ${slug}`,
  abstract: null,
  authors: [],
  date: '2020-01-01',
});
const dataset = {
  url: 'https://paperswithcode.com/dataset/d',
  name: 'D',
  introduced_date: null,
  modalities: [],
  variants: [],
};
const papers = { 'papers-with-abstracts': [paper('a'), paper('b')] };
const gzipped = gzipSync(Buffer.from(JSON.stringify(papers['papers-with-abstracts'])));

/** Files of the folder of dumps, and what the message must say. */
const DAMAGED: [name: string, dumps: DumpContents, message: string][] = [
  ['neither papers nor tables', { datasets: [dataset] }, 'at least one of them is needed'],
  [
    'two files for one dump',
    { 'papers-with-abstracts.json': [], 'jul-28-papers-with-abstracts.json.gz': gzipped },
    'Both jul-28-papers-with-abstracts.json.gz and papers-with-abstracts.json',
  ],
  ['an empty file', { 'papers-with-abstracts': '' }, 'is empty'],
  ['blanks alone', { 'papers-with-abstracts': ' \n' }, 'is empty'],
  ['an object', { 'papers-with-abstracts': { a: 1 } }, 'holds a JSON object'],
  ['a text', { 'papers-with-abstracts': 'Not found\n' }, 'begins with "Not found'],
  ['a web page', { 'papers-with-abstracts': '<!DOCTYPE html><p>404' }, 'is a web page'],
  [
    'a pointer of Git LFS',
    { 'papers-with-abstracts.json.gz': 'version https://git-lfs.github.com/spec/v1\noid sha256:0' },
    'Git LFS pointer',
  ],
  ['an array cut off', { 'papers-with-abstracts': '[{"title":"a"},{"ti' }, 'stops before'],
  ['text after the array', { 'papers-with-abstracts': '[] []' }, 'goes on after'],
  ['a bracket too many', { 'papers-with-abstracts': '[1}' }, 'bracket too many'],
  [
    'gzip cut off',
    { 'papers-with-abstracts.json.gz': gzipped.subarray(0, gzipped.length - 30) },
    'ends in the middle of its gzip data',
  ],
  [
    'gzip that is damaged',
    { 'papers-with-abstracts.json.gz': Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]) },
    'its data is damaged',
  ],
  [
    'datasets under the name of methods',
    { ...papers, methods: [dataset, dataset] },
    'holds records of the dump datasets; by its name methods was expected',
  ],
  [
    'records of another kind',
    { 'papers-with-abstracts': [{ colour: 'red' }] },
    'holds records of no known dump',
  ],
];

describe('what the person can put right is said in one sentence, and nothing is left behind', () => {
  test.each(DAMAGED)('%s', async (_, dumps, message) => {
    await withFolder(async (folder) => {
      const from = join(folder, 'dumps');
      await writeDumps(from, dumps);
      const error: unknown = await build(from, join(folder, 'snapshot')).catch(
        (one: unknown) => one,
      );
      expect(error).toBeInstanceOf(InputError);
      expect(String(error)).toContain(message);
      expect(String(error)).not.toContain('\n');
      expect(await readdir(folder)).toEqual(['dumps']);
    });
  });

  test('the folder of dumps is missing, or is a file', async () => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, 'file'), '');
      await expect(build(join(folder, 'none'), join(folder, 'to'))).rejects.toThrow(
        'does not exist',
      );
      await expect(build(join(folder, 'file'), join(folder, 'to'))).rejects.toThrow('is a file');
    });
  });

  test('the old snapshot stands when a build fails', async () => {
    await withFolder(async (folder) => {
      const [good, bad, to] = [join(folder, 'good'), join(folder, 'bad'), join(folder, 'to')];
      await writeDumps(good, papers);
      await writeDumps(bad, { 'papers-with-abstracts': '[{"title":"a"}' });
      await build(good, to);
      const before = await readTree(to);
      await expect(build(bad, to)).rejects.toThrow(InputError);
      expect(await readTree(to)).toEqual(before);
      expect(await readdir(folder)).toEqual(['bad', 'good', 'to']);
    });
  });
});

describe('the folder of the snapshot', () => {
  test('is replaced when it is empty or an older snapshot', async () => {
    await withFolder(async (folder) => {
      const [from, to] = [join(folder, 'dumps'), join(folder, 'to')];
      await writeDumps(from, papers);
      await mkdir(to);
      await build(from, to);
      await writeFile(join(to, 'blocks', 'stale.bin'), 'old');
      await build(from, to);
      expect(Object.keys(await readTree(to))).not.toContain('blocks/stale.bin');
      expect(await readdir(folder)).toEqual(['dumps', 'to']);
    });
  });

  test('is made with the folders above it', async () => {
    await withFolder(async (folder) => {
      await writeDumps(join(folder, 'dumps'), papers);
      await build(join(folder, 'dumps'), join(folder, 'a/b/c'));
      expect((await readReport(join(folder, 'a/b/c'))).counts.papers).toBe(2);
    });
  });

  test('must not hold anything else, be a file, or be that of the dumps', async () => {
    await withFolder(async (folder) => {
      const from = join(folder, 'dumps');
      await writeDumps(from, papers);
      await mkdir(join(folder, 'photos'));
      await writeFile(join(folder, 'photos', 'snapshot.json'), '{"magic":"other"}');
      const before = await readTree(folder);
      await expect(build(from, join(folder, 'photos'))).rejects.toThrow('holds other files');
      await expect(build(from, join(from, '../dumps'))).rejects.toThrow('are both');
      await expect(build(from, join(from, 'papers-with-abstracts.json'))).rejects.toThrow(
        'is a file',
      );
      await expect(build(from, join(from, 'papers-with-abstracts.json/x'))).rejects.toThrow(
        InputError,
      );
      expect(await readTree(folder)).toEqual(before);
    });
  });
});

/** The real disk until a call says no. */
function failingDisk(code: string, fails: (path: string) => boolean): Disk {
  const failure = (): Error => Object.assign(new Error(code), { code });
  return {
    ...nodeDisk,
    write: async (path, bytes) => {
      if (fails(path)) throw failure();
      await nodeDisk.write(path, bytes);
    },
    openSpill: async (path) => {
      const spill = await nodeDisk.openSpill(path);
      if (!fails(path)) return spill;
      return { ...spill, flush: () => Promise.reject(failure()) };
    },
  };
}

test.each([
  [
    'a full disk at the first block',
    'ENOSPC',
    'no space left',
    (path: string) => path.endsWith('.bin'),
  ],
  [
    'a full disk while papers are set aside',
    'ENOSPC',
    'no space left',
    (path: string) => path.endsWith('.spill'),
  ],
  [
    'a full disk at the last file',
    'ENOSPC',
    'no space left',
    (path: string) => path.endsWith('snapshot.json'),
  ],
  ['a folder that may not be written', 'EACCES', 'permission is denied', () => true],
  ['a disk that is read-only', 'EROFS', 'read-only', () => true],
])('%s leaves nothing behind', async (_, code, message, fails) => {
  await withFolder(async (folder) => {
    const [from, to] = [join(folder, 'dumps'), join(folder, 'to')];
    await writeDumps(from, papers);
    const building = build(from, to, { disk: failingDisk(code, fails) });
    await expect(building).rejects.toThrow(InputError);
    await expect(building).rejects.toThrow(message);
    expect(await readdir(folder)).toEqual(['dumps']);
  });
});

test('a bug is no InputError, and leaves nothing behind either', async () => {
  await withFolder(async (folder) => {
    await writeDumps(join(folder, 'dumps'), papers);
    const damage: Disk = {
      ...nodeDisk,
      write: (path, bytes) =>
        nodeDisk.write(path, path.endsWith('.bin') ? bytes.slice(0, -1) : bytes),
    };
    const building = build(join(folder, 'dumps'), join(folder, 'to'), { disk: damage });
    await expect(building).rejects.toThrow('were expected');
    await expect(building).rejects.not.toThrow(InputError);
    expect(await readdir(folder)).toEqual(['dumps']);
  });
});

test('an interrupt ends the build at any step; the old snapshot stands', async () => {
  await withFolder(async (folder) => {
    const [from, to] = [join(folder, 'dumps'), join(folder, 'to')];
    await writeDumps(from, papers);
    await build(from, to);
    const before = await readTree(to);
    for (const phase of ['reading', 'joining', 'writing papers', 'checking']) {
      const interruption = new AbortController();
      const log = {
        phase: (name: string) => {
          if (name.startsWith(phase)) interruption.abort(new Error('interrupted'));
        },
        progress() {},
        print() {},
      };
      await expect(build(from, to, { log, signal: interruption.signal })).rejects.toThrow(
        'interrupted',
      );
      expect(await readTree(to)).toEqual(before);
      expect(await readdir(folder)).toEqual(['dumps', 'to']);
    }
  });
});

test('what a killed build left is cleaned up, that of a living one is not', async () => {
  await withFolder(async (folder) => {
    const [from, to] = [join(folder, 'dumps'), join(folder, 'to')];
    await writeDumps(from, papers);
    for (const name of [
      'to.partial-11',
      'to.partial-22',
      'to.old-11',
      'to.partial-x',
      'too.partial-11',
    ]) {
      await mkdir(join(folder, name));
    }
    await build(from, to, { processes: { ownId: 33, isAlive: (id) => id === 22 } });
    expect(await readdir(folder)).toEqual([
      'dumps',
      'to',
      'to.partial-22',
      'to.partial-x',
      'too.partial-11',
    ]);
  });
});

test('a snapshot that a killed build had set aside is put back', async () => {
  await withFolder(async (folder) => {
    const [from, to] = [join(folder, 'dumps'), join(folder, 'to')];
    await writeDumps(from, papers);
    await build(from, to);
    const before = await readTree(to);
    await nodeDisk.rename(to, `${to}.old-11`);
    await writeDumps(join(folder, 'bad'), { 'papers-with-abstracts': 'no' });
    await expect(build(join(folder, 'bad'), to)).rejects.toThrow(InputError);
    expect(await readTree(to)).toEqual(before);
  });
});
