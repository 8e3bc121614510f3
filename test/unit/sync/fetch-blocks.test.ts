import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { StorageFullError } from '../../../src/db/errors.ts';
import type { BlockHash } from '../../../src/format/hash.ts';
import { HostRefusedError } from '../../../src/host/errors.ts';
import type { SnapshotHost } from '../../../src/host/snapshot-host.ts';
import { createByteBudget } from '../../../src/sync/byte-budget.ts';
import { createBlockFetcher } from '../../../src/sync/fetch-blocks.ts';
import type { NeededFile } from '../../../src/sync/plan-install.ts';

const LIMIT = 8 * 1024 * 1024;

const hashOf = (n: number) => n.toString(16).padStart(32, '0') as BlockHash;
const fileOf = (n: number, bytes: number): NeededFile => ({
  hash: hashOf(n),
  bytes,
  pack: 'papers',
});
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A host and a store that count what is in memory between them. */
function world(options: { failAt?: BlockHash; fullAfter?: number } = {}) {
  const stored = new Map<BlockHash, number>();
  const count = { inMemory: 0, most: 0, transactions: 0, requests: 0 };
  const host: Pick<SnapshotHost, 'fetchHashed'> = {
    async fetchHashed(hash, bytes) {
      count.requests += 1;
      count.inMemory += bytes;
      count.most = Math.max(count.most, count.inMemory);
      await pause();
      if (hash === options.failAt) throw new HostRefusedError('https://x.test/', 404, 'gone');
      return { byteLength: bytes } as Uint8Array<ArrayBuffer>;
    },
  };
  const fetchBlocks = createBlockFetcher({
    host: host as SnapshotHost,
    store: {
      async putAll(blocks) {
        await pause();
        if (stored.size + blocks.length > (options.fullAfter ?? Infinity))
          throw new StorageFullError();
        count.transactions += 1;
        for (const { hash, bytes } of blocks) {
          stored.set(hash, bytes.byteLength);
          count.inMemory -= bytes.byteLength;
        }
      },
    },
    wait: () => Promise.resolve(),
    random: () => 0,
    now: () => 0,
    network: { isOnline: () => true, onOnline: () => () => undefined },
  });
  return { stored, count, fetchBlocks };
}

const quiet = { onStored: () => undefined, onWaiting: () => undefined };

test('every file is fetched once and stored, and memory stays within the bound', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(sizes, async (list) => {
      const files = list.map((bytes, n) => fileOf(n, bytes));
      const { stored, count, fetchBlocks } = world();
      const told: NeededFile[] = [];
      await fetchBlocks(
        files,
        { ...quiet, onStored: (batch) => told.push(...batch) },
        new AbortController().signal,
      );
      expect(stored.size).toBe(files.length);
      expect(count.requests).toBe(files.length);
      expect(told.toSorted((a, b) => a.hash.localeCompare(b.hash))).toEqual(files);
      expect(count.most).toBeLessThanOrEqual(LIMIT);
      expect(count.inMemory).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('many small blocks share transactions', async () => {
  const files = Array.from({ length: 200 }, (_, n) => fileOf(n, 1000));
  const { count, fetchBlocks } = world();
  await fetchBlocks(files, quiet, new AbortController().signal);
  expect(count.transactions).toBeLessThan(files.length);
});

test('what is whole is stored although another file fails for good', async () => {
  const files = Array.from({ length: 30 }, (_, n) => fileOf(n, 1000));
  const { stored, fetchBlocks } = world({ failAt: hashOf(20) });
  const fetching = fetchBlocks(files, quiet, new AbortController().signal);
  await expect(fetching).rejects.toMatchObject({ status: 404 });
  expect(stored.size).toBeGreaterThanOrEqual(18);
  expect(stored.has(hashOf(20))).toBe(false);
});

test('a full store ends it, without one request more than was out', async () => {
  const files = Array.from({ length: 300 }, (_, n) => fileOf(n, 1000));
  const { stored, count, fetchBlocks } = world({ fullAfter: 50 });
  await expect(fetchBlocks(files, quiet, new AbortController().signal)).rejects.toBeInstanceOf(
    StorageFullError,
  );
  expect(stored.size).toBeGreaterThan(0);
  expect(count.requests).toBeLessThan(100);
});

test('stopping ends it with the reason, and keeps what was there', async () => {
  const files = Array.from({ length: 300 }, (_, n) => fileOf(n, 1000));
  const { stored, count, fetchBlocks } = world();
  const stop = new AbortController();
  const onStored = () => stop.abort(new Error('enough'));
  await expect(fetchBlocks(files, { ...quiet, onStored }, stop.signal)).rejects.toThrow('enough');
  expect(stored.size).toBeGreaterThan(0);
  expect(count.requests).toBeLessThan(100);
});

test('a budget admits in order, lets something too large go alone, and forgets who gave up', async () => {
  const budget = createByteBudget(10);
  const { signal } = new AbortController();
  const order: string[] = [];
  const take = (name: string, bytes: number, by = signal) =>
    budget.take(bytes, by).then(
      () => order.push(name),
      () => order.push(`${name} gave up`),
    );
  await take('a', 6);
  const stop = new AbortController();
  const waiting = [take('huge', 50), take('b', 4, stop.signal), take('c', 4)];
  await pause();
  expect(order).toEqual(['a']);
  stop.abort(new Error('no'));
  budget.giveBack(6);
  await pause();
  expect(order).toEqual(['a', 'b gave up', 'huge']);
  budget.giveBack(50);
  await Promise.all(waiting);
  expect(order.at(-1)).toBe('c');
});
