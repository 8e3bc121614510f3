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
  );
  expect(counts).toEqual({ stored: 1, known: 0, refused: 4 });
  expect([...store.blocks]).toEqual([[good.hash, good.bytes]]);
});

test('what is here already is not even read', async () => {
  const { hash } = await block('here');
  const store = memoryStore([hash]);
  const unread = new Response('here');
  const counts = await storeTransfer(transfer([record(hash, Promise.resolve(unread))]), store);
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
  );
  expect(store.blocks.size).toBe(40);
  expect(store.writes.length).toBeGreaterThan(2);
  expect(store.writes.length).toBeLessThan(20);
});

test('a file beyond every limit is refused by its size', async () => {
  const { hash } = await block('small');
  const huge = new Response(new Uint8Array(5 * 1024 * 1024));
  const counts = await storeTransfer(
    transfer([record(hash, Promise.resolve(huge))]),
    memoryStore(),
  );
  expect(counts.refused).toBe(1);
});
