import type { ReadableStore } from '../archive/block-reader.ts';
import { NotOnDeviceError } from '../archive/errors.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { openSearcher, type Searcher } from './open-searcher.ts';
import type {
  Question,
  Questions,
  SearchFailure,
  SearchOpening,
  WorkerAnswer,
  WorkerRequest,
} from './protocol.ts';

export interface SearchServiceEffects {
  openHost(addresses: readonly string[]): SnapshotHost;
  /** The device's blocks; null where the browser stores nothing. */
  openStore(): Promise<ReadableStore | null>;
  answer(message: WorkerAnswer): void;
}

/** The inside of the search worker: takes its messages one by one. */
export function createSearchService({ openHost, openStore, answer }: SearchServiceEffects) {
  let opening: Promise<Searcher> | null = null;
  const running = new Map<number, AbortController>();
  // Searches of one engine share its arrays: each waits for the one before. Names are looked up beside them.
  let last: Promise<unknown> = Promise.resolve();

  async function open(wanted: SearchOpening): Promise<Searcher> {
    const store = wanted.mayHoldData ? await openStore() : null;
    return openSearcher(wanted, openHost(wanted.addresses), store);
  }

  async function reply(
    id: number,
    find: (searcher: Searcher, signal: AbortSignal) => Promise<Questions[Question]['response']>,
    before?: Promise<unknown>,
  ): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    try {
      await before;
      if (signal.aborted) return;
      const searcher = await (opening ?? Promise.reject(new Error('No snapshot was opened.')));
      const response = await find(searcher, signal);
      if (!signal.aborted) answer({ kind: 'found', id, response });
    } catch (error) {
      if (!signal.aborted) answer({ kind: 'failed', id, failure: describe(error) });
    } finally {
      running.delete(id);
    }
  }

  return (message: WorkerRequest): void => {
    switch (message.kind) {
      case 'open':
        opening = open(message.opening);
        // Whoever searches next meets the failure.
        opening.catch(() => undefined);
        return;
      case 'search': {
        const { id, request } = message;
        last = reply(id, (searcher, signal) => searcher.search(request, signal), last);
        return;
      }
      case 'similar': {
        const { id, request } = message;
        last = reply(id, (searcher, signal) => searcher.similar(request, signal), last);
        return;
      }
      case 'papers': {
        const { id, request } = message;
        last = reply(id, (searcher, signal) => searcher.papers(request, signal), last);
        return;
      }
      case 'names': {
        const { id, request } = message;
        void reply(id, (searcher) => searcher.names(request));
        return;
      }
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'warm':
        void opening
          ?.then((searcher) => searcher.warm(message.what ?? 'search'))
          .catch(() => undefined);
    }
  };
}

function describe(error: unknown): SearchFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return error instanceof NotOnDeviceError
    ? { name, message, pack: error.pack }
    : { name, message };
}
