import { Worker } from 'node:worker_threads';
import type { Workshop } from '../workshop.ts';
import { transferOfJob, type ThreadJob, type ThreadResult } from './thread-job.ts';

interface WaitingJob {
  readonly job: ThreadJob;
  readonly done: (result: ThreadResult) => void;
  readonly failed: (error: unknown) => void;
}

/** Works in several threads. The bytes of a job are handed over: they are gone afterwards. */
export function createThreadWorkshop(level: number, threads: number): Workshop {
  const waiting: WaitingJob[] = [];
  const idle: WorkThread[] = [];
  const all = Array.from({ length: threads }, () => {
    const thread = new WorkThread(level, () => {
      const next = waiting.shift();
      if (next === undefined) idle.push(thread);
      else thread.start(next);
    });
    idle.push(thread);
    return thread;
  });
  const run = (job: ThreadJob): Promise<ThreadResult> =>
    new Promise((done, failed) => {
      const thread = idle.pop();
      if (thread === undefined) waiting.push({ job, done, failed });
      else thread.start({ job, done, failed });
    });
  return {
    width: threads * 2,
    async pack(codec, raw, dictionary = null) {
      if (codec === 'none') return raw;
      const result = await run({ kind: 'pack', codec, raw, dictionary });
      if (result.kind !== 'packed') throw mixedUp(result);
      return result.bytes;
    },
    async parsePapers(batch) {
      const result = await run({ kind: 'parse-papers', batch });
      if (result.kind !== 'papers') throw mixedUp(result);
      return result.batch;
    },
    async close() {
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}

function mixedUp({ kind }: ThreadResult): Error {
  return new Error(`A thread answered with "${kind}", which it was not asked for`);
}

/** One thread with at most one job. */
class WorkThread {
  readonly #worker: Worker;
  #current: WaitingJob | null = null;
  #failure: unknown = null;

  constructor(level: number, onIdle: () => void) {
    this.#worker = new Worker(new URL('thread-entry.mjs', import.meta.url), {
      workerData: { level },
    });
    this.#worker.on('message', (result: ThreadResult) => {
      const current = this.#current;
      this.#current = null;
      onIdle();
      current?.done(result);
    });
    this.#worker.on('error', (error) => {
      this.#failure = error;
      this.#current?.failed(error);
    });
  }

  start(next: WaitingJob): void {
    if (this.#failure !== null) {
      next.failed(this.#failure);
      return;
    }
    this.#current = next;
    this.#worker.postMessage(next.job, transferOfJob(next.job));
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
