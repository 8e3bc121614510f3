import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeDownloadDisk } from '../../../../src/builder/download/download-disk.ts';
import type { DownloadEffects } from '../../../../src/builder/download/effects.ts';
import { fetchArchive } from '../../../../src/builder/download/fetch-archive.ts';
import { InputError } from '../../../../src/builder/input-error.ts';
import { DUMP_NAMES, type DumpName } from '../../../../src/builder/report.ts';
import { withFolder } from '../../../support/dump-builds.ts';
import {
  startFakeHub,
  type FakeHub,
  type HubFault,
  type HubFile,
  type HubOptions,
} from '../../../support/fake-hub.ts';

/** Large enough for several pieces, and no two alike. */
function dumpBody(dump: DumpName): Uint8Array {
  const records = Array.from({ length: 20_000 }, (_, n) => ({ dump, n, text: `${n * 7919}` }));
  return gzipSync(JSON.stringify(records), { level: 1 });
}

const BODIES = Object.fromEntries(DUMP_NAMES.map((dump) => [dump, dumpBody(dump)])) as Record<
  DumpName,
  Uint8Array
>;
const PAPERS = 'papers-with-abstracts';
const HALF = BODIES[PAPERS].byteLength >> 1;

let hubs: FakeHub[] = [];
let printed: string[] = [];
let waits: number[] = [];
let controller = new AbortController();

beforeEach(() => {
  [hubs, printed, waits, controller] = [[], [], [], new AbortController()];
});
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
});

/** A hub with all five dumps under dated names; `change` says what is odd about the papers. */
async function startHub(
  change: Partial<HubFile> = {},
  options: Partial<HubOptions> = {},
): Promise<FakeHub> {
  const files: Record<string, HubFile> = { 'README.md': { body: Buffer.from('hello') } };
  for (const dump of DUMP_NAMES) {
    const own = dump === PAPERS ? change : {};
    files[`jul-28-${dump}.json.gz`] = { body: BODIES[dump], ...own };
  }
  const hub = await startFakeHub({ files, ...options });
  hubs.push(hub);
  return hub;
}

function effects(): DownloadEffects {
  return {
    fetch: (url, init) => fetch(url, init),
    disk: nodeDownloadDisk,
    log: { phase() {}, progress() {}, print: (line) => printed.push(line) },
    wait: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
    },
    random: () => 0.5,
    signal: controller.signal,
    stallMs: 300,
  };
}

const run = (folder: string, ...urls: string[]) => fetchArchive(folder, urls, effects());

async function expectWhole(folder: string): Promise<void> {
  expect(await readdir(folder)).toEqual(DUMP_NAMES.map((dump) => `${dump}.json.gz`).toSorted());
  for (const dump of DUMP_NAMES) {
    const found = await readFile(join(folder, `${dump}.json.gz`));
    expect(found.equals(BODIES[dump])).toBe(true);
  }
}

function papersRanges(hub: FakeHub): (string | null)[] {
  return hub.requests.filter(({ path }) => path.includes(PAPERS)).map(({ range }) => range);
}

describe('fetches', () => {
  test('all five, each once, over redirects and all pages of the listing', async () => {
    await withFolder(async (folder) => {
      const hub = await startHub({}, { pageSize: 2 });
      const dumps = await run(folder, hub.url);
      await expectWhole(folder);
      expect(dumps.map(({ dump, from, isLast }) => [dump, from, isLast])).toEqual(
        DUMP_NAMES.map((dump) => [dump, 'fetched', false]),
      );
      expect(hub.requests).toHaveLength(5);
      expect(printed.filter((line) => line.includes('not the one published on'))).toHaveLength(5);
    });
  });

  test('nothing a second time when it is there, whole', async () => {
    await withFolder(async (folder) => {
      const hub = await startHub();
      await run(folder, hub.url);
      const again = await run(folder, hub.url);
      expect(again.every(({ from }) => from === 'present')).toBe(true);
      expect(hub.requests).toHaveLength(5);
    });
  });

  test('again what is there but of another size or sum', async () => {
    await withFolder(async (folder) => {
      const damaged = Uint8Array.from(BODIES.methods);
      damaged[100]! ^= 1;
      await writeFile(join(folder, 'methods.json.gz'), damaged);
      await writeFile(join(folder, 'datasets.json.gz'), 'short');
      await run(folder, (await startHub()).url);
      await expectWhole(folder);
    });
  });

  test('plain JSON under the name of a gzip file, and says so', async () => {
    await withFolder(async (folder) => {
      const body = Buffer.from('[{"title":"plain"}]');
      await run(folder, (await startHub({ body })).url);
      expect(await readFile(join(folder, `${PAPERS}.json.gz`), 'utf8')).toBe(body.toString());
      expect(printed.join('\n')).toContain(`${PAPERS} is plain JSON`);
    });
  });
});

describe('goes on', () => {
  test('where the connection broke, with one range each time', async () => {
    await withFolder(async (folder) => {
      const breaks = [1, 2, 3].map(() => ({ kind: 'break', afterBytes: 30_000 }) as const);
      const hub = await startHub({ faults: breaks });
      await run(folder, hub.url);
      await expectWhole(folder);
      const ranges = papersRanges(hub);
      expect(ranges[0]).toBeNull();
      expect(ranges.slice(1).every((range) => /^bytes=[1-9]\d*-$/.test(range ?? ''))).toBe(true);
      expect(new Set(ranges).size).toBe(4);
    });
  });

  test('in the next run, with what the last one left', async () => {
    await withFolder(async (folder) => {
      const broken = { kind: 'break', afterBytes: HALF } as const;
      const hub = await startHub({
        faults: [
          broken,
          ...Array.from({ length: 9 }, () => ({ kind: 'status', status: 503 }) as const),
        ],
      });
      await expect(run(folder, hub.url)).rejects.toThrow(InputError);
      const part = (await readFile(join(folder, `${PAPERS}.json.gz.part`))).byteLength;
      expect(part).toBeGreaterThan(0);

      const better = await startHub();
      await run(folder, better.url);
      await expectWhole(folder);
      expect(papersRanges(better)).toEqual([`bytes=${part}-`]);
    });
  });

  test('from the begin when the host knows no ranges', async () => {
    await withFolder(async (folder) => {
      const hub = await startHub(
        { faults: [{ kind: 'break', afterBytes: HALF }] },
        { ranges: false },
      );
      await run(folder, hub.url);
      await expectWhole(folder);
    });
  });

  test('from the begin when the part is of another file', async () => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, `${PAPERS}.json.gz.part`), 'x'.repeat(1000));
      await writeFile(join(folder, `${PAPERS}.json.gz.part.json`), '{"bytes":1,"sha256":"other"}');
      const hub = await startHub();
      await run(folder, hub.url);
      await expectWhole(folder);
      expect(papersRanges(hub)).toEqual([null]);
    });
  });

  test('after a wait when the host is busy, later each time', async () => {
    await withFolder(async (folder) => {
      const busy = [503, 429, 500].map((status) => ({ kind: 'status', status }) as const);
      const hub = await startHub({ faults: busy }, { listingFaults: [502] });
      await run(folder, hub.url);
      await expectWhole(folder);
      expect(waits).toEqual([1000, 1000, 2000, 4000]);
    });
  });

  test('when nothing more comes', async () => {
    await withFolder(async (folder) => {
      const hub = await startHub({ faults: [{ kind: 'stall', afterBytes: HALF }] });
      await run(folder, hub.url);
      await expectWhole(folder);
      expect(papersRanges(hub)).toHaveLength(2);
    });
  });

  test('with what is there when no mirror answers', async () => {
    await withFolder(async (folder) => {
      const hub = await startHub();
      await run(folder, hub.url);
      await hub.close();
      const again = await run(folder, hub.url);
      expect(again.every(({ from }) => from === 'present')).toBe(true);
      expect(printed.join('\n')).toContain('does not answer');
    });
  });
});

describe('refuses, and says why', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`;
  test.each<[string, Partial<HubFile>, RegExp]>([
    ['a Git LFS pointer', { body: Buffer.from(pointer), listed: { sha256: null } }, /LFS pointer/],
    ['a Git LFS pointer in place of the file', { faults: fault(pointer) }, /LFS pointer/],
    ['a web page', { faults: fault('<!doctype html><h1>Gone</h1>') }, /sent a web page/],
    ['more than is listed', { faults: fault(Buffer.alloc(HALF * 3)) }, /more than the \d+ bytes/],
    [
      'a wrong sum, after one more try',
      { listed: { sha256: 'a'.repeat(64) } },
      /SHA-256 [0-9a-f]{64}, where its listing says a{64}/,
    ],
    [
      'an encoding that nobody asked for',
      {
        faults: [{ kind: 'body', body: gzipSync('[]'), headers: { 'content-encoding': 'gzip' } }],
      },
      /in the encoding gzip, unasked/,
    ],
    ['a file that is gone', { faults: [{ kind: 'status', status: 404 }] }, /answered 404/],
    ['fewer bytes than listed', { listed: { size: HALF * 3 } }, /broke off after \d+ of \d+/],
  ])('%s', async (_, change, message) => {
    await withFolder(async (folder) => {
      const hub = await startHub(change);
      await expect(run(folder, hub.url)).rejects.toThrow(message);
      expect(await readdir(folder)).not.toContain(`${PAPERS}.json.gz`);
      // Another mirror is asked for what the first does not have.
      const better = await startHub();
      await run(folder, (await startHub(change)).url, better.url);
      await expectWhole(folder);
      expect(better.requests.map(({ path }) => path)).toEqual([`jul-28-${PAPERS}.json.gz`]);
    });
  });

  test('a repository with several such files', async () => {
    await withFolder(async (folder) => {
      const files = { 'a-methods.json.gz': { body: BODIES.methods } };
      const hub = await startFakeHub({
        files: { ...files, 'b-methods.json': { body: BODIES.methods } },
      });
      hubs.push(hub);
      await expect(run(folder, hub.url)).rejects.toThrow(/does not list it/);
      for (const dump of DUMP_NAMES) {
        if (dump !== 'methods') await writeFile(join(folder, `${dump}.json.gz`), BODIES[dump]);
      }
      await expect(run(folder, hub.url)).rejects.toThrow(/a-methods.json.gz, b-methods.json/);
    });
  });

  test.each([
    ['no list', '{"error":"no such repository"}'],
    ['no JSON', '<html>'],
  ])('a listing that is %s', async (_, body) => {
    await withFolder(async (folder) => {
      const answer = () => Promise.resolve(new Response(body));
      const running = fetchArchive(folder, ['http://hub.test'], { ...effects(), fetch: answer });
      await expect(running).rejects.toThrow(/something else than a list/);
    });
  });

  test('a listing that never ends', async () => {
    await withFolder(async (folder) => {
      const headers = { link: '</again>; rel="next"' };
      const answer = () => Promise.resolve(new Response('[]', { headers }));
      const running = fetchArchive(folder, ['http://hub.test'], { ...effects(), fetch: answer });
      await expect(running).rejects.toThrow(/lists without end/);
    });
  });

  test('a disk that is full, in words', async () => {
    await withFolder(async (folder) => {
      const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
      const disk = { ...nodeDownloadDisk, openEnd: () => Promise.reject(full) };
      const hub = await startHub();
      const running = fetchArchive(folder, [hub.url], { ...effects(), disk });
      await expect(running).rejects.toThrow(/no space left on the disk/);
    });
  });
});

test('stops at once when it is interrupted, and keeps what it has', async () => {
  await withFolder(async (folder) => {
    await mkdir(folder, { recursive: true });
    const hub = await startHub({ faults: [{ kind: 'stall', afterBytes: HALF }] });
    const reason = new Error('interrupted');
    const log = { ...effects().log, progress: () => controller.abort(reason) };
    const running = fetchArchive(folder, [hub.url], { ...effects(), log });
    await expect(running).rejects.toBe(reason);
    expect(await readdir(folder)).toContain(`${PAPERS}.json.gz.part`);
    expect(waits).toEqual([]);
  });
});

function fault(body: Uint8Array | string): readonly HubFault[] {
  return Array.from({ length: 3 }, () => ({ kind: 'body', body }) as const);
}
