import { Worker } from 'node:worker_threads';
import type { Codec } from '../../format/codec.ts';
import type { Packer } from './packer.ts';
import { planLevels } from './zstd.ts';

interface Job {
  readonly codec: Codec;
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly done: (packed: Uint8Array<ArrayBuffer>) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Packs in several threads. What comes out does not depend on which thread took a file, nor on
 * their number. `raw` is handed over to the thread: its bytes are gone afterwards.
 */
export function createPackPool(level: number, threads: number): Packer {
  const waiting: Job[] = [];
  const idle: PackThread[] = [];
  const all = Array.from({ length: threads }, () => {
    const thread = new PackThread(level, () => {
      const job = waiting.shift();
      if (job === undefined) idle.push(thread);
      else thread.start(job);
    });
    idle.push(thread);
    return thread;
  });
  return {
    width: threads * 2,
    pack: (codec, raw) =>
      new Promise((done, failed) => {
        const job = { codec, raw, done, failed };
        const thread = idle.pop();
        if (thread === undefined) waiting.push(job);
        else thread.start(job);
      }),
    async close() {
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}

/** One thread with at most one job. */
class PackThread {
  readonly #worker: Worker;
  #job: Job | null = null;
  #failure: unknown = null;

  constructor(level: number, onIdle: () => void) {
    this.#worker = new Worker(new URL('pack-thread.mjs', import.meta.url), {
      workerData: { levels: planLevels(level) },
    });
    this.#worker.on('message', (packed: Uint8Array<ArrayBuffer>) => {
      const job = this.#job;
      this.#job = null;
      onIdle();
      job?.done(packed);
    });
    this.#worker.on('error', (error) => {
      this.#failure = error;
      this.#job?.failed(error);
    });
  }

  start(job: Job): void {
    if (this.#failure !== null) job.failed(this.#failure);
    this.#job = job;
    this.#worker.postMessage({ codec: job.codec, raw: job.raw }, [job.raw.buffer]);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
