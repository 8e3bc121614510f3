import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRange } from '../../../scripts/byte-range.mjs';
import { HashMismatchError, MalformedError } from '../../../src/format/errors.ts';
import { MAX_MANIFEST_BYTES } from '../../../src/format/limits.ts';
import { parseManifest } from '../../../src/format/manifest.ts';
import { hashBytes, type BlockHash } from '../../../src/format/hash.ts';
import { blockPath } from '../../../src/format/version.ts';
import { HostRefusedError, HostUnreachableError } from '../../../src/host/errors.ts';
import type { Fetch } from '../../../src/host/fetch-file.ts';
import { createSnapshotHost, fetchHashed } from '../../../src/host/snapshot-host.ts';
import { createMemoryHost, MEMORY_HOST_URL } from '../../support/memory-host.ts';

const bytes = new TextEncoder().encode('a block');
const openHost = (fetch: Fetch) => createSnapshotHost(MEMORY_HOST_URL, { fetch });
const take = (manifest: Uint8Array) => manifest;

function inPieces(body: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= body.byteLength) controller.close();
      else controller.enqueue(body.slice(at, at + size));
      at += size;
    },
  });
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('one file', () => {
  test('gives the bytes that have the hash', async () => {
    const hash = await hashBytes(bytes);
    const memory = createMemoryHost({ [blockPath(hash)]: bytes });
    const host = openHost(memory.fetch);
    expect(await fetchHashed(host, { hash, bytes: bytes.byteLength })).toEqual(bytes);
    expect(memory.asked).toEqual([blockPath(hash)]);
  });

  test('refuses a damaged copy by name, after one more try past the caches', async () => {
    const hash = await hashBytes(bytes);
    const damaged = bytes.slice();
    damaged[3] = 0;
    const caches: unknown[] = [];
    const fetch: Fetch = (_, init) => {
      caches.push(init.cache);
      return Promise.resolve(new Response(damaged));
    };
    const error = await failure(fetchHashed(openHost(fetch), { hash, bytes: bytes.byteLength }));
    expect(error).toBeInstanceOf(HashMismatchError);
    expect((error as Error).message).toContain(hash);
    expect(caches).toEqual([undefined, 'reload']);
  });

  test('takes the second copy when only the first was damaged', async () => {
    const hash = await hashBytes(bytes);
    let calls = 0;
    const fetch: Fetch = () => {
      calls += 1;
      return Promise.resolve(new Response(calls === 1 ? bytes.slice(1) : bytes));
    };
    const host = openHost(fetch);
    expect(await fetchHashed(host, { hash, bytes: bytes.byteLength })).toEqual(bytes);
  });

  test('reads no more of an endless one than was promised', async () => {
    let pulled = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1000));
        },
      });
    const host = openHost(() => Promise.resolve(new Response(endless())));
    const file = { hash: '0'.repeat(32) as BlockHash, bytes: 2500 };
    expect(await failure(fetchHashed(host, file))).toBeInstanceOf(HashMismatchError);
    expect(pulled).toBeLessThan(20);
  });

  test('of a manifest that is longer than any, as much is read as tells', async () => {
    const host = openHost(() => Promise.resolve(new Response(new Uint8Array(3_000_000))));
    const error = await failure(host.fetchManifest(parseManifest));
    expect(error).toBeInstanceOf(MalformedError);
    expect((error as Error).message).toContain(`${MAX_MANIFEST_BYTES} allowed`);
  });
});

describe('blocks of a volume', () => {
  /** A volume of some blocks, on a host that counts what it is asked for. */
  async function makeVolume(sizes: readonly number[]) {
    const parts = sizes.map((size, n) => new Uint8Array(size).fill(n + 1));
    const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
    const hash = await hashBytes(whole);
    const volume = { hash, bytes: whole.byteLength, blocks: parts.length };
    let offset = 0;
    const blocks = [];
    for (const part of parts) {
      const file = { hash: await hashBytes(part), bytes: part.byteLength };
      blocks.push({ ...file, place: { volume, offset } });
      offset += part.byteLength;
    }
    return { parts, whole, blocks, path: blockPath(hash) };
  }

  const rangeOf = (init: RequestInit) => new Headers(init.headers).get('range');

  const cuts = fc
    .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })
    .chain((sizes) =>
      fc.record({
        sizes: fc.constant(sizes),
        from: fc.nat({ max: sizes.length - 1 }),
        count: fc.integer({ min: 1, max: sizes.length }),
        // The whole file where a range was wanted, as hosts may send it.
        knowsRanges: fc.boolean(),
        pieceBytes: fc.integer({ min: 1, max: 50 }),
      }),
    );

  test('come with one request, which is for no more than their bytes', async () => {
    await fc.assert(
      fc.asyncProperty(cuts, async ({ sizes, from, count, knowsRanges, pieceBytes }) => {
        const { parts, whole, blocks, path } = await makeVolume(sizes);
        const asked: (string | null)[] = [];
        const fetch: Fetch = async (url, init) => {
          expect(url).toBe(MEMORY_HOST_URL + path);
          const range = rangeOf(init);
          asked.push(range);
          const part = answerRange((knowsRanges ? range : null) ?? undefined, whole);
          return new Response(inPieces(part.body, pieceBytes), part);
        };
        const run = blocks.slice(from, from + count);
        const got: Uint8Array[] = [];
        const rest = [...run];
        await openHost(fetch).fetchRun(rest, (_, found) => got.push(found));
        expect(rest).toEqual([]);
        expect(got).toEqual(parts.slice(from, from + count));
        const start = run[0]!.place.offset;
        const end = start + run.reduce((sum, block) => sum + block.bytes, 0);
        const isWhole = run.length === blocks.length;
        expect(asked).toEqual([isWhole ? null : `bytes=${start}-${end - 1}`]);
      }),
    );
  });

  test('are handed over up to where the connection breaks off; what is left says so', async () => {
    const { whole, blocks } = await makeVolume([10, 10, 10]);
    let sent = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent) controller.error(new TypeError('broken off'));
        else controller.enqueue(whole.slice(0, 25));
        sent = true;
      },
    });
    const rest = [...blocks];
    const taken: BlockHash[] = [];
    const host = openHost(() => Promise.resolve(new Response(body)));
    const error = await failure(host.fetchRun(rest, ({ hash }) => taken.push(hash)));
    expect(error).toBeInstanceOf(HostUnreachableError);
    expect(taken).toEqual(blocks.slice(0, 2).map(({ hash }) => hash));
    expect(rest).toEqual(blocks.slice(2));
  });

  test('of which one is damaged: those before it are taken, and it is asked for again with the rest', async () => {
    const { whole, blocks } = await makeVolume([10, 10, 10]);
    const damaged = whole.slice();
    damaged[15] = 99;
    const asked: unknown[] = [];
    const fetch: Fetch = async (_, init) => {
      const part = answerRange(rangeOf(init) ?? undefined, asked.length === 0 ? damaged : whole);
      asked.push([rangeOf(init), init.cache]);
      return new Response(part.body, part);
    };
    const rest = [...blocks];
    const taken: BlockHash[] = [];
    await openHost(fetch).fetchRun(rest, ({ hash }) => taken.push(hash));
    expect(taken).toEqual(blocks.map(({ hash }) => hash));
    expect(asked).toEqual([
      [null, undefined],
      ['bytes=10-29', 'reload'],
    ]);
  });

  test.each([
    ['a range that cannot be had', () => new Response('', { status: 416 }), HostRefusedError],
    ['other bytes', () => new Response(new Uint8Array(10), { status: 206 }), HashMismatchError],
    ['too few bytes', () => new Response(new Uint8Array(3), { status: 206 }), HashMismatchError],
    ['nothing', () => new Response(null, { status: 200 }), HashMismatchError],
  ])('%s is refused', async (_, answer, kind) => {
    const { blocks } = await makeVolume([10, 10, 10]);
    const host = openHost(() => Promise.resolve(answer()));
    expect(await failure(fetchHashed(host, blocks[1]!))).toBeInstanceOf(kind);
  });
});

describe('failures have names', () => {
  const answer = (response: Response) =>
    openHost(() => Promise.resolve(response)).fetchManifest(take);

  test('no answer', async () => {
    const memory = createMemoryHost({});
    memory.isDown = true;
    const error = await failure(openHost(memory.fetch).fetchManifest(take));
    expect(error).toBeInstanceOf(HostUnreachableError);
  });

  test.each([
    [404, false],
    [403, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
  ])('status %i, temporary: %s', async (status, isTemporary) => {
    const error = await failure(answer(new Response('', { status })));
    expect(error).toBeInstanceOf(HostRefusedError);
    expect(error).toMatchObject({ status, isTemporary });
  });

  test('a web page in place of the file, as hosts of single-page apps send it', async () => {
    const page = new Response('<!doctype html>', {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    const error = await failure(answer(page));
    expect(error).toBeInstanceOf(HostRefusedError);
    expect((error as Error).message).toContain('web page');
  });

  test('an aborted request is no failure of the host', async () => {
    const stop = new AbortController();
    const fetch: Fetch = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const reading = failure(openHost(fetch).fetchManifest(take, stop.signal));
    stop.abort(new Error('left the page'));
    expect(await reading).toMatchObject({ message: 'left the page' });
  });
});
