import { expect, test } from 'vitest';
import { describeJob, percentOf } from '../../../../src/components/offline/describe-job.ts';
import { jobProgress } from '../../../../src/components/offline/job-progress.ts';
import type { InstallJob } from '../../../../src/sync/installer-state.ts';

const progress = { doneBytes: 30_000_000, totalBytes: 300_000_000, packs: [] };
const packs = ['boards', 'papers'] as const;

test('what is being done, with its rate and the time that is left', () => {
  const text = describeJob(
    { kind: 'running', packs, progress, bytesPerSecond: 2_000_000, secondsLeft: 135 },
    0,
  );
  expect(text).toMatchObject({
    title: 'Installing Boards and Papers',
    detail: '2.0 MB a second, 2 minutes left',
    actions: ['pause', 'cancel'],
  });
});

test('why it waits, and when it tries again', () => {
  const busy = describeJob(
    { kind: 'waiting', packs, reason: 'busy', nextTryAt: 21_000, progress },
    1000,
  );
  expect(busy?.detail).toBe('The host asks for patience. Next try in 20 seconds.');
  const offline = describeJob(
    { kind: 'waiting', packs, reason: 'offline', nextTryAt: 21_000, progress },
    1000,
  );
  expect(offline?.detail).not.toContain('Next try');
});

test('a full device says how much is missing and what to do', () => {
  const text = describeJob({ kind: 'paused', packs, because: 'storage-full', progress }, 0);
  expect(text?.detail).toContain('270 MB more are needed');
  expect(text?.actions).toEqual(['resume', 'cancel']);
});

test('a failure is named by its kind, and its own words say what to do', () => {
  class HashMismatchError extends Error {
    override readonly name = 'HashMismatchError';
  }
  const error = new HashMismatchError('Block 12 has another hash. Try later.');
  expect(describeJob({ kind: 'failed', packs, error, progress: null }, 0)).toMatchObject({
    tone: 'problem',
    title: 'A part of the archive arrived damaged',
    detail: 'Block 12 has another hash. Try later.',
  });
});

test('work in another tab is told as its own, and can be stopped from here', () => {
  const job = {
    kind: 'running',
    packs,
    progress,
    bytesPerSecond: null,
    secondsLeft: null,
  } as const;
  const text = describeJob({ kind: 'elsewhere', job }, 0);
  expect(text).toMatchObject({ title: 'Installing Boards and Papers', progress });
  expect(text?.detail).toBe('Another tab is at it. If that tab is closed, this one goes on.');
});

test('a job is never told to be complete before it is', () => {
  expect(percentOf({ doneBytes: 999_999, totalBytes: 1_000_000 })).toBe(99);
  expect(percentOf({ doneBytes: 0, totalBytes: 0 })).toBe(0);
});

test('every page shows work, and none shows rest', () => {
  const working: InstallJob[] = [
    { kind: 'preparing', packs },
    { kind: 'background', packs, progress },
    { kind: 'elsewhere', job: null },
  ];
  expect(working.map(jobProgress)).toEqual([{ share: null }, { share: 0.1 }, { share: null }]);
  const resting: InstallJob[] = [
    { kind: 'idle' },
    { kind: 'paused', packs, because: 'person', progress },
    { kind: 'failed', packs, error: new Error(''), progress },
  ];
  expect(resting.map(jobProgress)).toEqual([null, null, null]);
});
