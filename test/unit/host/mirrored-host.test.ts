import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashBytes } from '../../../src/format/hash.ts';
import {
  HostRefusedError,
  HostUnreachableError,
  isUnreachable,
  isWorthRetrying,
  MirrorsFailedError,
} from '../../../src/host/errors.ts';
import { createMirroredHost } from '../../../src/host/mirrored-host.ts';
import { openHost } from '../../../src/host/open-host.ts';
import { parseRetryAfter, retryAfterMs } from '../../../src/host/retry-after.ts';
import { fetchHashed, type SnapshotHost } from '../../../src/host/snapshot-host.ts';

const body = new TextEncoder().encode('a block');
const hash = await hashBytes(body);

/** Mirrors that each do what they are told, and a record of who was asked. */
function mirrorsThat(behaviours: (() => Promise<Uint8Array<ArrayBuffer>>)[]) {
  const asked: number[] = [];
  const clock = { now: 0 };
  const hosts = behaviours.map((behave, index): SnapshotHost => ({
    addresses: [`https://mirror-${index}.test/`],
    async fetchManifest(accept) {
      asked.push(index);
      return accept(await behave(), `https://mirror-${index}.test/`);
    },
    async fetchRun(rest, take) {
      asked.push(index);
      const [file] = rest;
      const bytes = await behave();
      rest.shift();
      if (file !== undefined) take(file, bytes);
    },
  }));
  return { asked, clock, host: createMirroredHost(hosts, () => clock.now) };
}

const good = () => Promise.resolve(body);
const refusing = (status: number) => () =>
  Promise.reject(new HostRefusedError('https://x.test/', status, 'no'));
const silent = () => Promise.reject(new HostUnreachableError('https://x.test/'));

describe('several mirrors', () => {
  test('are asked in order, and only as far as needed', async () => {
    const { host, asked } = mirrorsThat([silent, good, good]);
    expect(await fetchHashed(host, { hash, bytes: body.byteLength })).toBe(body);
    expect(asked).toEqual([0, 1]);
    expect(host.addresses).toHaveLength(3);
  });

  test('one that failed is tried last, for a minute', async () => {
    const { host, asked, clock } = mirrorsThat([refusing(503), good]);
    await fetchHashed(host, { hash, bytes: body.byteLength });
    await fetchHashed(host, { hash, bytes: body.byteLength });
    expect(asked).toEqual([0, 1, 1]);
    clock.now = 61_000;
    await fetchHashed(host, { hash, bytes: body.byteLength });
    expect(asked).toEqual([0, 1, 1, 0, 1]);
  });

  test('one that was distrusted and does well is taken back', async () => {
    let isUp = false;
    const { host, asked } = mirrorsThat([() => (isUp ? good() : silent()), () => silent()]);
    await expect(fetchHashed(host, { hash, bytes: 1 })).rejects.toBeInstanceOf(MirrorsFailedError);
    isUp = true;
    await fetchHashed(host, { hash, bytes: 1 });
    await fetchHashed(host, { hash, bytes: 1 });
    expect(asked).toEqual([0, 1, 0, 0]);
  });

  test('each is asked once for a file, whatever they do: there is an end', async () => {
    const behaviours = fc.array(fc.constantFrom(good, silent, refusing(404), refusing(500)), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(behaviours, fc.integer({ min: 1, max: 5 }), async (list, files) => {
        const { host, asked } = mirrorsThat(list);
        for (let file = 0; file < files; file += 1) {
          asked.length = 0;
          const answer = await fetchHashed(host, { hash, bytes: 1 }).catch(() => null);
          expect(new Set(asked).size).toBe(asked.length);
          // Somebody has it exactly when somebody is good.
          expect(answer !== null).toBe(list.includes(good));
        }
      }),
    );
  });

  test('what one leaves over of a run is asked for at the next', async () => {
    const files = [1, 2, 3, 4].map((bytes) => ({ hash, bytes }));
    const order: string[] = [];
    const hosts = [2, 1, 5].map((most, index): SnapshotHost => ({
      addresses: [],
      fetchManifest: silent,
      fetchRun(rest, take) {
        for (let given = 0; given < most && rest.length > 0; given += 1) {
          order.push(`${index}:${rest[0]!.bytes}`);
          take(rest.shift()!, body);
        }
        return rest.length === 0 ? Promise.resolve() : silent().then(() => undefined);
      },
    }));
    const rest = [...files];
    await createMirroredHost(hosts).fetchRun(rest, () => undefined);
    expect(rest).toEqual([]);
    expect(order).toEqual(['0:1', '0:2', '1:3', '2:4']);
  });

  test('a manifest that is not accepted is asked for at the next', async () => {
    const { host, asked } = mirrorsThat([good, good, good]);
    const from = await host.fetchManifest((_, address) => {
      if (!address.includes('mirror-2')) throw new TypeError('not this one');
      return address;
    });
    expect(from).toBe('https://mirror-2.test/');
    expect(asked).toEqual([0, 1, 2]);
  });

  test('an aborted request is no failure of a mirror', async () => {
    const stop = new AbortController();
    const { host, asked } = mirrorsThat([
      () => {
        stop.abort(new Error('left'));
        return silent();
      },
      good,
    ]);
    await expect(fetchHashed(host, { hash, bytes: 1 }, stop.signal)).rejects.toThrow('left');
    expect(asked).toEqual([0]);
  });
});

test('one address is asked without a wrapper, so that its own failure is what one sees', async () => {
  const host = openHost(['https://one.test/archive'], { fetch: silent });
  expect(host.addresses).toEqual(['https://one.test/archive/']);
  await expect(fetchHashed(host, { hash, bytes: 1 })).rejects.toBeInstanceOf(HostUnreachableError);
});

test('what is said of several failures', () => {
  const unreachable = new HostUnreachableError('https://a.test/');
  const gone = new HostRefusedError('https://b.test/', 404, 'no');
  const patience = new HostRefusedError('https://c.test/', 429, 'no', '3');
  expect(isUnreachable(new MirrorsFailedError([unreachable, unreachable]))).toBe(true);
  expect(isUnreachable(new MirrorsFailedError([unreachable, gone]))).toBe(false);
  expect(isWorthRetrying(new MirrorsFailedError([gone, unreachable]))).toBe(true);
  expect(isWorthRetrying(new MirrorsFailedError([gone, gone]))).toBe(false);
  expect(retryAfterMs(new MirrorsFailedError([gone, patience]), 0)).toBe(3000);
  expect(retryAfterMs(gone, 0)).toBeNull();
});

test.each([
  [null, null],
  ['7', 7000],
  [' 0 ', 0],
  ['999999', 3_600_000],
  ['Mon, 28 Jul 2025 12:00:30 GMT', 30_000],
  ['Mon, 28 Jul 2025 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', 0],
])('Retry-After: %s is %s ms', (header, expected) => {
  expect(parseRetryAfter(header, Date.parse('2025-07-28T12:00:00Z'))).toBe(expected);
});
