import type { CDPSession } from '@playwright/test';

interface HeapUsage {
  readonly usedSize: number;
  /** Array buffers and the like, outside of the heap. */
  readonly backingStorageSize?: number;
}

/**
 * Memory of the page's one worker after a garbage collection: objects and array buffers, in bytes.
 * Speaks to the worker through the page's session, since browsers give workers none of their own.
 */
export async function workerHeapBytes(session: CDPSession): Promise<number> {
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  const answers = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: unknown };
    answers.get(id)?.(result);
  });
  let lastId = 0;
  const ask = (method: string) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId;
      answers.set(id, resolve);
      const message = JSON.stringify({ id, method });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  await ask('HeapProfiler.collectGarbage');
  const usage = (await ask('Runtime.getHeapUsage')) as HeapUsage;
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}
