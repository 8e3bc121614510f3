import { expect, test } from 'vitest';
import { HostRefusedError, HostUnreachableError } from '../../../src/host/errors.ts';
import { createRetryGate, type Waiting } from '../../../src/sync/retry-gate.ts';

const busy = (retryAfterMs: number | null = null) =>
  new HostRefusedError(
    'https://host.test/',
    503,
    'busy',
    retryAfterMs === null ? null : String(retryAfterMs / 1000),
  );

function gateWith(options: { random?: () => number; isOnline?: boolean } = {}) {
  const waits: number[] = [];
  const told: (Waiting | null)[] = [];
  const gate = createRetryGate(
    {
      async wait(ms, signal) {
        waits.push(ms);
        await Promise.resolve();
        signal.throwIfAborted();
      },
      random: options.random ?? (() => 0.999_999),
      now: () => 1000,
      network: { isOnline: () => options.isOnline ?? true, onOnline: () => () => undefined },
    },
    (waiting) => told.push(waiting),
  );
  return { gate, waits, told };
}

/** Work that fails so often, then succeeds. */
function failing(times: number, error: Error) {
  let left = times;
  return () => {
    left -= 1;
    return left >= 0 ? Promise.reject(error) : Promise.resolve('done');
  };
}

const { signal } = new AbortController();

test('waits grow to a minute and no further, with full jitter', async () => {
  const { gate, waits } = gateWith();
  expect(await gate.run(failing(12, busy()), signal)).toBe('done');
  const expected = [0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60];
  expect(waits.map((ms) => Math.round(ms / 100) / 10)).toEqual(expected);
  const low = gateWith({ random: () => 0 });
  await low.gate.run(failing(3, busy()), signal);
  expect(low.waits).toEqual([0, 0, 0]);
});

test('a host that names a time gets it', async () => {
  const { gate, waits, told } = gateWith({ random: () => 0 });
  await gate.run(failing(2, busy(9000)), signal);
  expect(waits).toEqual([9000, 9000]);
  expect(told).toEqual([
    { reason: 'busy', nextTryAt: 10_000 },
    null,
    { reason: 'busy', nextTryAt: 10_000 },
    null,
  ]);
});

test('success begins the count anew', async () => {
  const { gate, waits } = gateWith();
  await gate.run(failing(3, busy()), signal);
  await gate.run(failing(1, busy()), signal);
  expect(Math.round(waits.at(-1) ?? 0)).toBe(500);
});

test('requests that fail together wait together and count once', async () => {
  const { gate, waits } = gateWith();
  await Promise.all(Array.from({ length: 6 }, () => gate.run(failing(1, busy()), signal)));
  expect(waits).toHaveLength(1);
});

test('no answer and no connection are told apart', async () => {
  const error = new HostUnreachableError('https://host.test/');
  const online = gateWith();
  await online.gate.run(failing(1, error), signal);
  expect(online.told[0]).toMatchObject({ reason: 'unreachable' });
  const offline = gateWith({ isOnline: false });
  await offline.gate.run(failing(1, error), signal);
  expect(offline.told[0]).toMatchObject({ reason: 'offline' });
});

test('what waiting does not mend is not waited for', async () => {
  const { gate, waits } = gateWith();
  const gone = new HostRefusedError('https://host.test/', 404, 'gone');
  await expect(gate.run(failing(1, gone), signal)).rejects.toBe(gone);
  expect(waits).toEqual([]);
});

test('stopping ends a wait', async () => {
  const stop = new AbortController();
  const { gate } = gateWith();
  const work = () => {
    stop.abort(new Error('stopped'));
    return Promise.reject(busy());
  };
  await expect(gate.run(work, stop.signal)).rejects.toThrow('stopped');
});
