import type { Page } from '@playwright/test';
import type { DevToolsSession } from '../plain-chromium.ts';

const EVERY_MS = 100;

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

interface TargetEvent {
  readonly sessionId: string;
}
interface TargetMessage extends TargetEvent {
  readonly message: string;
}

export interface HeapWatch {
  /** Ends the session too. @returns bytes */
  stop(): Promise<number>;
}

/** The session of a page that Playwright drives. */
export async function sessionOf(page: Page): Promise<DevToolsSession> {
  return (await page.context().newCDPSession(page)) as unknown as DevToolsSession;
}

/**
 * Watches the JavaScript heaps of a page and of the workers that it starts, buffers included, and keeps
 * their largest sum.
 */
export async function watchHeap(session: DevToolsSession): Promise<HeapWatch> {
  const workers = new Map<string, WorkerTarget>();
  session.on('Target.attachedToTarget', ({ sessionId }: TargetEvent) => {
    workers.set(sessionId, new WorkerTarget(session, sessionId));
  });
  session.on('Target.detachedFromTarget', ({ sessionId }: TargetEvent) => {
    workers.delete(sessionId);
  });
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }: TargetMessage) =>
    workers.get(sessionId)?.receive(message),
  );
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });

  let peakBytes = 0;
  const stopping = new AbortController();
  async function look(): Promise<void> {
    const usages = await Promise.all([
      session.send('Runtime.getHeapUsage') as Promise<HeapUsage>,
      ...[...workers.values()].map((worker) => worker.readUsage()),
    ]);
    const bytes = usages.reduce((sum, usage) => sum + sizeOf(usage), 0);
    peakBytes = Math.max(peakBytes, bytes);
  }
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
      await session.detach();
      return peakBytes;
    },
  };
}

function sizeOf(usage: HeapUsage | null): number {
  if (usage === null) return 0;
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** A worker, spoken to through its page. One that ends in the middle of a question answers null. */
class WorkerTarget {
  #next = 1;
  readonly #waiting = new Map<number, (usage: HeapUsage | null) => void>();

  constructor(
    readonly session: DevToolsSession,
    readonly sessionId: string,
  ) {}

  receive(message: string): void {
    const { id, result } = JSON.parse(message) as { id?: number; result?: HeapUsage };
    if (id !== undefined) this.#waiting.get(id)?.(result ?? null);
  }

  readUsage(): Promise<HeapUsage | null> {
    const id = this.#next;
    this.#next += 1;
    const message = JSON.stringify({ id, method: 'Runtime.getHeapUsage' });
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      setTimeout(() => resolve(null), 1000);
      this.session
        .send('Target.sendMessageToTarget', { sessionId: this.sessionId, message })
        .catch(() => resolve(null));
    });
  }
}
