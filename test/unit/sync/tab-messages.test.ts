import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { StorageFullError } from '../../../src/db/errors.ts';
import { HashMismatchError } from '../../../src/format/errors.ts';
import {
  HostRefusedError,
  HostUnreachableError,
  MirrorsFailedError,
} from '../../../src/host/errors.ts';
import type { WorkingJob } from '../../../src/sync/installer-state.ts';
import { parseTabMessage } from '../../../src/sync/tab-messages.ts';
import { decodeError, encodeError } from '../../../src/sync/worker-messages.ts';

const packs = ['papers'] as const;
const progress = {
  doneBytes: 1,
  totalBytes: 2,
  packs: [{ pack: 'papers', doneBytes: 1, totalBytes: 2 }],
} as const;
const JOBS: WorkingJob[] = [
  { kind: 'preparing', packs },
  { kind: 'running', packs, progress, bytesPerSecond: null, secondsLeft: null },
  { kind: 'running', packs, progress, bytesPerSecond: 5, secondsLeft: 0.2 },
  { kind: 'waiting', packs, reason: 'busy', nextTryAt: 3, progress: null },
  { kind: 'testing', packs },
  { kind: 'removing', packs },
];

test.each(JOBS)('a job that is $kind arrives as it was sent', (job) => {
  const message = { kind: 'working', job };
  expect(parseTabMessage(structuredClone(message))).toEqual(message);
});

test('what another version of the app might say is passed over', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseTabMessage(data)).toBeNull();
    }),
  );
  expect(parseTabMessage({ kind: 'working', job: { kind: 'dancing' } })).toBeNull();
  expect(parseTabMessage({ kind: 'working', job: { kind: 'testing', packs: ['x'] } })).toBeNull();
});

const refused = new HostRefusedError('https://a.test/', 429, 'slow down', '5');
test.each([
  new StorageFullError(),
  new HashMismatchError('a', 'b', 3),
  new HostUnreachableError('https://a.test/'),
  refused,
  new MirrorsFailedError([refused, new HashMismatchError('a', 'b', 3)]),
  new Error('something else'),
])('an error crosses threads whole: $name', (error) => {
  const arrived = decodeError(structuredClone(encodeError(error)));
  expect(arrived).toBeInstanceOf(error.constructor);
  expect(Object.entries(arrived)).toEqual(Object.entries(error));
  expect(arrived.message).toBe(error.message);
});
