import type { SearchRequest, SearchResponse } from '../search/search-engine.ts';
import type { SimilarPaper, SimilarRequest } from '../search/similar/similar-papers.ts';
import type {
  SearchFailure,
  SearchOpening,
  WorkerAnswer,
  WorkerQuestion,
  WorkerRequest,
} from './protocol.ts';

/** Searches the snapshot that pages read, in a worker. */
export interface SearchClient {
  /** @throws SearchError; the signal's reason as soon as it is aborted. */
  search(request: SearchRequest, signal: AbortSignal): Promise<SearchResponse>;
  /** The papers most like one, most alike first. @throws as `search` does. */
  similar(request: SimilarRequest, signal: AbortSignal): Promise<readonly SimilarPaper[]>;
  /** Lets the worker read ahead. */
  warm(): void;
  close(): void;
}

/** A search that failed, as the worker tells it. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  constructor(readonly failure: SearchFailure) {
    super(failure.message);
  }
}

/** As much of a worker as the client needs. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

interface Waiting {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** @param opening which snapshot is searched. */
export function createSearchClient(worker: WorkerPort, opening: SearchOpening): SearchClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const send = (message: WorkerRequest): void => worker.postMessage(message);

  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'failed') asked?.reject(new SearchError(data.failure));
    else asked?.resolve(data);
  });
  worker.addEventListener('error', (event) => {
    const failure = { name: 'WorkerError', message: `The search worker failed: ${event.message}` };
    for (const { reject } of waiting.values()) reject(new SearchError(failure));
    waiting.clear();
  });
  send({ kind: 'open', opening });

  function ask(question: Unnumbered<WorkerQuestion>, signal: AbortSignal): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const id = ++lastId;
      const abort = (): void => {
        waiting.delete(id);
        send({ kind: 'cancel', id });
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', abort, { once: true });
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          signal.removeEventListener('abort', abort);
          then(value);
        };
      waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      send({ ...question, id });
    });
  }

  return {
    async search(request, signal) {
      const answer = await ask({ kind: 'search', request }, signal);
      if (answer.kind !== 'found') throw unexpected(answer);
      return answer.response;
    },
    async similar(request, signal) {
      const answer = await ask({ kind: 'similar', request }, signal);
      if (answer.kind !== 'alike') throw unexpected(answer);
      return answer.papers;
    },
    warm: () => send({ kind: 'warm' }),
    close: () => worker.terminate(),
  };
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

function unexpected({ kind }: WorkerAnswer): Error {
  return new Error(`The search worker answered something else than was asked: ${kind}`);
}
