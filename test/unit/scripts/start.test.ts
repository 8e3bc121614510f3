import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { ROOT } from '../../../scripts/project.mjs';
import type { BlockHash } from '../../../src/format/hash.ts';
import { encodeIndexEntries, type BlockEntry } from '../../../src/format/section-index.ts';
import { createSnapshotHost, fetchHashed } from '../../../src/host/snapshot-host.ts';

const SCRIPT = readFileSync(join(ROOT, 'public', 'start.js'), 'utf8');
const SITE = 'https://site.test/';

const hashOf = (digit: string): BlockHash => digit.repeat(32) as BlockHash;
const block = (digit: string, firstKey: string, place?: BlockEntry['place']): BlockEntry => ({
  hash: hashOf(digit),
  bytes: 100,
  rawBytes: 1,
  records: 1,
  firstNumber: 0,
  firstKey,
  ...(place !== undefined && { place }),
});
const volume = { hash: hashOf('f'), bytes: 300, blocks: 3 };
const BLOCKS = [
  block('1', 'b'),
  block('2', 'd', { volume, offset: 0 }),
  block('3', 'f', { volume, offset: 100 }),
  block('4', 'h', { volume, offset: 200 }),
  block('5', 'j'),
];

type Early = Map<string, Promise<Response>>;

/** Runs the script in the page at a path, and returns what it has asked for. */
async function visit(path: string): Promise<string[]> {
  const sections = { boards: { entries: encodeIndexEntries('key', BLOCKS) } };
  const window: { pwc2Early?: Early } = {};
  runInNewContext(SCRIPT, {
    window,
    URL,
    localStorage: { getItem: () => null },
    matchMedia: () => ({ matches: false }),
    location: { pathname: path },
    document: {
      documentElement: { dataset: {} },
      querySelector: () => null,
      currentScript: { src: `${SITE}start.js`, dataset: { archive: 'archive/' } },
    },
    fetch: () => Promise.resolve(Response.json({ sections })),
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  return [...(window.pwc2Early?.keys() ?? [])];
}

/** How the app asks for a block, as `src/app/early-fetch.ts` looks it up. */
async function keyOf(entry: BlockEntry): Promise<string> {
  const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(new Response('')));
  const host = createSnapshotHost(`${SITE}archive/`, { fetch });
  await fetchHashed(host, entry).catch(() => undefined);
  const [url, init] = fetch.mock.calls[0]!;
  const range = new Headers(init.headers).get('range');
  return range === null ? url : `${url} ${range}`;
}

test.each([
  ['b', 0],
  ['c', 0],
  ['d', 1],
  ['g', 2],
  ['hx', 3],
  ['i%2Fx', 3],
  ['j', 4],
  ['zzz', 4],
])('a first visit to the board "%s" asks early for what the app will ask for', async (key, n) => {
  expect(await visit(`/sota/${key}`)).toEqual([
    `${SITE}archive/snapshot.json`,
    await keyOf(BLOCKS[n]!),
  ]);
});

test('pages without a record, and a key before the first, ask for the manifest alone', async () => {
  for (const path of ['/', '/offline', '/sota', '/sota/a']) {
    expect(await visit(path)).toEqual([`${SITE}archive/snapshot.json`]);
  }
});
