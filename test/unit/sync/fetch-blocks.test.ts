import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { StorageFullError } from '../../../src/db/errors.ts';
import type { BlockHash } from '../../../src/format/hash.ts';
import { HostRefusedError, HostUnreachableError } from '../../../src/host/errors.ts';
import type { SnapshotHost } from '../../../src/host/snapshot-host.ts';
import { createByteBudget } from '../../../src/sync/byte-budget.ts';
import { createBlockFetcher } from '../../../src/sync/fetch-blocks.ts';
import type { NeededFile } from '../../../src/sync/plan-install.ts';
import { planRuns } from '../../../src/sync/plan-runs.ts';

const LIMIT = 8 * 1024 * 1024;

const hashOf = (n: number) => n.toString(16).padStart(32, '0') as BlockHash;
const fileOf = (n: number, bytes: number): NeededFile => ({
  hash: hashOf(n),
  bytes,
  pack: 'papers',
});
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A host and a store that count what is in memory between them. */
function world(options: { failAt?: BlockHash; fullAfter?: number; breakAfter?: number } = {}) {
  const stored = new Map<BlockHash, number>();
  const count = { inMemory: 0, most: 0, transactions: 0, requests: 0 };
  const host: Pick<SnapshotHost, 'fetchRun'> = {
    async fetchRun(rest, take) {
      count.requests += 1;
      const bytes = rest.reduce((sum, file) => sum + file.bytes, 0);
      count.inMemory += bytes;
      count.most = Math.max(count.most, count.inMemory);
      try {
        let given = 0;
        for (let [file] = rest; file !== undefined; [file] = rest) {
          await pause();
          if (file.hash === options.failAt) {
            throw new HostRefusedError('https://x.test/', 404, 'gone');
          }
          if (given === options.breakAfter) throw new HostUnreachableError('https://x.test/');
          rest.shift();
          given += 1;
          take(file, { byteLength: file.bytes } as Uint8Array<ArrayBuffer>);
        }
      } finally {
        count.inMemory -= rest.reduce((sum, file) => sum + file.bytes, 0);
      }
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

/** Files, some of which are neighbours in volumes. */
const placed = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), { maxLength: 20 })
  .map((volumes) => {
    let n = 0;
    return volumes.flatMap(([blocks, isComplete], number) => {
      const volume = { hash: hashOf(1000 + number), bytes: blocks * 10, blocks };
      return Array.from({ length: blocks }, (_, at) => ({
        ...fileOf((n += 1), 10),
        place: { volume, offset: at * 10 },
      })).filter((_, at) => isComplete || at !== 1);
    });
  });

test('neighbours in a volume are one request, and nothing else is', () => {
  fc.assert(
    fc.property(placed, (files) => {
      const runs = planRuns(files);
      expect(runs.flat()).toEqual(files);
      for (const [place, run] of runs.entries()) {
        const { volume, offset } = run[0]!.place;
        for (const [step, file] of run.entries()) {
          expect(file.place).toEqual({ volume, offset: offset + step * 10 });
        }
        const next = runs[place + 1]?.[0]?.place;
        const isNeighbour =
          next?.volume.hash === volume.hash && next.offset === offset + run.length * 10;
        expect(isNeighbour).toBe(false);
      }
    }),
  );
});

test('a run that breaks off again and again comes to its end, each block once', async () => {
  await fc.assert(
    fc.asyncProperty(placed, fc.integer({ min: 1, max: 3 }), async (files, breakAfter) => {
      const { stored, count, fetchBlocks } = world({ breakAfter });
      const told: NeededFile[] = [];
      const onStored = (batch: readonly NeededFile[]) => told.push(...batch);
      await fetchBlocks(files, { ...quiet, onStored }, new AbortController().signal);
      expect([...stored.keys()].toSorted()).toEqual(files.map(({ hash }) => hash).toSorted());
      expect(told).toHaveLength(files.length);
      const requests = planRuns(files).map((run) => Math.ceil(run.length / breakAfter));
      expect(count.requests).toBe(requests.reduce((sum, one) => sum + one, 0));
    }),
    { numRuns: 30 },
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
