import type { SearchOpening } from '../../../src/worker/protocol.ts';
import type { BenchQuery } from './make-queries.ts';

/** What is timed: an address of the worker's script and what it is to open. */
export interface TimedSearch {
  readonly worker: string;
  readonly baseUrl: string;
  readonly accepted: SearchOpening['accepted'];
  readonly packs: readonly string[];
  /** Whether the worker may look on the device; default true. */
  readonly mayHoldData?: boolean;
  readonly queries: readonly BenchQuery[];
  /** Reads ahead first, as the search page does. */
  readonly isWarm: boolean;
  /** Keeps the worker for the next call. */
  readonly name: string;
}

/**
 * Runs in the page: asks a search worker one query after the other, as the client does.
 * @returns milliseconds of each, from asking to the answer.
 */
export async function timeInPage(timed: TimedSearch): Promise<number[]> {
  const {
    worker: address,
    baseUrl,
    accepted,
    packs,
    queries,
    isWarm,
    name,
    mayHoldData = true,
  } = timed;
  const kept = globalThis as unknown as Record<string, Worker | undefined>;
  let worker = kept[name];
  if (worker === undefined) {
    worker = new Worker(address, { type: 'module' });
    kept[name] = worker;
    const opening = { accepted, addresses: [baseUrl], packs, mayHoldData };
    worker.postMessage({ kind: 'open', opening });
  }
  const own = worker;
  if (isWarm) own.postMessage({ kind: 'warm' });
  const ask = (id: number, request: object) =>
    new Promise<void>((resolve, reject) => {
      own.addEventListener(
        'message',
        ({ data }: MessageEvent<{ kind: string; failure?: { message: string } }>) => {
          if (data.kind === 'found') resolve();
          else reject(new Error(data.failure?.message));
        },
        { once: true },
      );
      own.postMessage({ kind: 'search', id, request });
    });
  const times: number[] = [];
  for (const [id, { text, isTyping }] of queries.entries()) {
    const start = performance.now();
    await ask(id, { text, isTyping, limit: 20 });
    times.push(performance.now() - start);
  }
  return times;
}
