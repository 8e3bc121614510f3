import { expect, test } from 'vitest';
import { createSharedLock } from '../../../src/sync/shared-lock.ts';

const never = new AbortController().signal;

test('work of no hurry that is asked for while it runs is done once more, and not more often', async () => {
  const lock = createSharedLock(navigator.locks, never);
  let runs = 0;
  let goOn: () => void = () => undefined;
  const halfway = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const work = async () => {
    runs += 1;
    if (runs === 1) await halfway;
  };
  const first = lock.runIdly(work);
  await expect.poll(() => runs).toBe(1);
  const all = [first, lock.runIdly(work), lock.runIdly(work)];
  goOn();
  await Promise.all(all);
  expect(runs).toBe(2);
});

test('it makes way for a job at once, and is not begun again', async () => {
  const lock = createSharedLock(navigator.locks, never);
  const order: string[] = [];
  const idly = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      order.push('begun');
      signal.addEventListener('abort', () => {
        order.push('stopped');
        resolve();
      });
    });
  const first = lock.runIdly(idly);
  await expect.poll(() => order).toEqual(['begun']);
  const again = lock.runIdly(idly);
  await lock.run(
    async () => void order.push('job'),
    () => order.push('busy'),
  );
  await Promise.all([first, again]);
  expect(order).toEqual(['begun', 'stopped', 'job']);
});
