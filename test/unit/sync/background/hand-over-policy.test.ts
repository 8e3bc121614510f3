import { expect, test } from 'vitest';
import { shouldHandOver } from '../../../../src/sync/background/hand-over-policy.ts';
import type { InstallJob } from '../../../../src/sync/installer-state.ts';

const progress = { doneBytes: 1, totalBytes: 100, packs: [] };
const running = (secondsLeft: number | null): InstallJob => ({
  kind: 'running',
  packs: ['papers'],
  progress,
  bytesPerSecond: 1,
  secondsLeft,
});
const visible = (runningMs: number) => ({ isHidden: false, runningMs });
const hidden = { isHidden: true, runningMs: 0 };

test('in sight, a long install is handed over once its estimate has settled', () => {
  expect(shouldHandOver(running(600), visible(10_000))).toBe(true);
  expect(shouldHandOver(running(600), visible(100))).toBe(false);
  expect(shouldHandOver(running(10), visible(10_000))).toBe(false);
  expect(shouldHandOver(running(null), visible(10_000))).toBe(false);
});

test('out of sight, all but what is about to end', () => {
  expect(shouldHandOver(running(20), hidden)).toBe(true);
  expect(shouldHandOver(running(null), hidden)).toBe(true);
  expect(shouldHandOver(running(1), hidden)).toBe(false);
  expect(
    shouldHandOver(
      { kind: 'waiting', packs: ['papers'], reason: 'offline', nextTryAt: 0, progress },
      hidden,
    ),
  ).toBe(true);
});

test('nothing but work that fetches is handed over', () => {
  const others: InstallJob[] = [
    { kind: 'idle' },
    { kind: 'preparing', packs: ['papers'] },
    { kind: 'testing', packs: ['papers'] },
    { kind: 'removing', packs: ['papers'] },
    { kind: 'paused', packs: ['papers'], because: 'person', progress },
    { kind: 'elsewhere', job: null },
    { kind: 'waiting', packs: ['papers'], reason: 'busy', nextTryAt: 0, progress: null },
  ];
  expect(others.filter((job) => shouldHandOver(job, hidden))).toEqual([]);
});
