import { describe, expect, test } from 'vitest';
import { HashMismatchError } from '../../../src/format/errors.ts';
import { hashBytes, type BlockHash } from '../../../src/format/hash.ts';
import { blockPath } from '../../../src/format/version.ts';
import { HostRefusedError, HostUnreachableError } from '../../../src/host/errors.ts';
import type { Fetch } from '../../../src/host/fetch-bytes.ts';
import { createSnapshotHost } from '../../../src/host/snapshot-host.ts';
import { createMemoryHost, MEMORY_HOST_URL } from '../../support/memory-host.ts';

const bytes = new TextEncoder().encode('a block');
const openHost = (fetch: Fetch) => createSnapshotHost(MEMORY_HOST_URL, { fetch });
const take = (manifest: Uint8Array) => manifest;

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('fetchHashed', () => {
  test('gives the bytes that have the hash', async () => {
    const hash = await hashBytes(bytes);
    const memory = createMemoryHost({ [blockPath(hash)]: bytes });
    const host = openHost(memory.fetch);
    expect(await host.fetchHashed(hash, bytes.byteLength)).toEqual(bytes);
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
    const error = await failure(openHost(fetch).fetchHashed(hash, bytes.byteLength));
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
    expect(await host.fetchHashed(hash, bytes.byteLength)).toEqual(bytes);
  });

  test('stops reading a file that is longer than promised', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const host = openHost(() => Promise.resolve(new Response(endless)));
    const error = await failure(host.fetchHashed('0'.repeat(32) as BlockHash, 2500));
    expect(error).toBeInstanceOf(HostRefusedError);
    expect(pulled).toBeLessThan(10);
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
