import { expect, test } from 'vitest';
import { hashBytes, type BlockHash } from '../../../../src/format/hash.ts';
import type { BackgroundRecord } from '../../../../src/sync/background/background-fetch.ts';
import { storeTransfer } from '../../../../src/sync/background/store-transfer.ts';

interface Put {
  readonly hash: BlockHash;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A store that counts how often it is written to. */
function memoryStore(known: readonly BlockHash[] = []) {
  const blocks = new Map<BlockHash, Uint8Array>(known.map((hash) => [hash, new Uint8Array()]));
  const writes: number[] = [];
  return {
    blocks,
    writes,
    readHashes: () => Promise.resolve(new Set(blocks.keys())),
    putAll(puts: readonly Put[]) {
      writes.push(puts.length);
      for (const { hash, bytes } of puts) blocks.set(hash, bytes);
      return Promise.resolve();
    },
  };
}

async function block(text: string) {
  const bytes = new TextEncoder().encode(text);
  return { bytes, hash: await hashBytes(bytes) };
}

const asNeeded = ({ hash, bytes }: Put) => ({ hash, bytes: bytes.byteLength });

function record(hash: string, response: Promise<Response>): BackgroundRecord {
  response.catch(() => undefined);
  return { request: { url: `https://mirror.test/a/blocks/${hash}.bin` }, responseReady: response };
}

const transfer = (records: BackgroundRecord[]) => ({ matchAll: () => Promise.resolve(records) });
const answer = (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(new Response(bytes));

test('whole files are stored; damaged, refused, broken off and foreign ones are not', async () => {
  const good = await block('good');
  const lied = await block('what was asked for');
  const refused = await block('not there');
  const broken = await block('half of it came');
  const store = memoryStore();
  const counts = await storeTransfer(
    transfer([
      record(good.hash, answer(good.bytes)),
      record(lied.hash, answer(good.bytes)),
      record(refused.hash, Promise.resolve(new Response('gone', { status: 404 }))),
      record(broken.hash, Promise.reject(new TypeError('broke off'))),
      record('snapshot', answer(good.bytes)),
    ]),
    store,
    [good, lied, refused, broken].map(asNeeded),
  );
  expect(counts).toEqual({ stored: 1, known: 0, refused: 3 });
  expect([...store.blocks]).toEqual([[good.hash, good.bytes]]);
});

test('what is here already is not even read', async () => {
  const here = await block('here');
  const { hash } = here;
  const store = memoryStore([hash]);
  const unread = new Response('here');
  const counts = await storeTransfer(transfer([record(hash, Promise.resolve(unread))]), store, [
    asNeeded(here),
  ]);
  expect(counts).toEqual({ stored: 0, known: 1, refused: 0 });
  expect(unread.bodyUsed).toBe(false);
  expect(store.writes).toEqual([]);
});

test('files are written in batches, not one by one and not all at once', async () => {
  const blocks = await Promise.all(
    Array.from({ length: 40 }, (_, number) => block(String(number).repeat(100_000))),
  );
  const store = memoryStore();
  await storeTransfer(
    transfer(blocks.map(({ hash, bytes }) => record(hash, answer(bytes)))),
    store,
    blocks.map(asNeeded),
  );
  expect(store.blocks.size).toBe(40);
  expect(store.writes.length).toBeGreaterThan(2);
  expect(store.writes.length).toBeLessThan(20);
});

test('a file beyond every limit is refused by its size', async () => {
  const small = await block('small');
  const huge = new Response(new Uint8Array(5 * 1024 * 1024));
  const counts = await storeTransfer(
    transfer([record(small.hash, Promise.resolve(huge))]),
    memoryStore(),
    [asNeeded(small)],
  );
  expect(counts.refused).toBe(1);
});

test('blocks are taken out of their volume, each for itself', async () => {
  const [first, lost, last] = [await block('first'), await block('lost'), await block('last one')];
  const parts = [first, lost, last];
  const volume = await block('firstLOSTlast one');
  const place = { hash: volume.hash, bytes: volume.bytes.byteLength, blocks: 3 };
  const offsets = [0, 5, 9];
  const needed = parts.map(({ hash, bytes }, number) => ({
    hash,
    bytes: bytes.byteLength,
    place: { volume: place, offset: offsets[number]! },
  }));
  const store = memoryStore();
  const counts = await storeTransfer(
    transfer([record(volume.hash, answer(volume.bytes))]),
    store,
    needed,
  );
  expect(counts).toEqual({ stored: 2, known: 0, refused: 1 });
  expect([...store.blocks]).toEqual([first, last].map(({ hash, bytes }) => [hash, bytes]));
});
