import type { SearchRequest, SearchResponse } from '../search/search-engine.ts';
import type { SimilarPaper, SimilarRequest } from '../search/similar/similar-papers.ts';
import type {
  Question,
  Questions,
  SearchFailure,
  SearchOpening,
  WorkerAnswer,
  WorkerRequest,
} from './protocol.ts';
import type { NameSuggestion, PaperSuggestions, SuggestionRequest } from './suggestion.ts';

/** Searches the snapshot that pages read, in a worker. */
export interface SearchClient {
  /** @throws SearchError; the signal's reason as soon as it is aborted. */
  search(request: SearchRequest, signal: AbortSignal): Promise<SearchResponse>;
  /** The papers most like one, most alike first. @throws as `search` does. */
  similar(request: SimilarRequest, signal: AbortSignal): Promise<readonly SimilarPaper[]>;
  /** Boards, tasks, datasets and methods by name, kind by kind, best first. Throws as `search` does. */
  suggestNames(request: SuggestionRequest, signal: AbortSignal): Promise<readonly NameSuggestion[]>;
  /** Papers and authors for a text that is being typed. Throws as `search` does. */
  suggestPapers(request: SuggestionRequest, signal: AbortSignal): Promise<PaperSuggestions>;
  /** Lets the worker read ahead: the dictionary, or the lists of names. */
  warm(what?: 'search' | 'names'): void;
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
  readonly resolve: (response: Questions[Question]['response']) => void;
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
    else asked?.resolve(data.response);
  });
  worker.addEventListener('error', (event) => {
    const failure = { name: 'WorkerError', message: `The search worker failed: ${event.message}` };
    for (const { reject } of waiting.values()) reject(new SearchError(failure));
    waiting.clear();
  });
  send({ kind: 'open', opening });

  function ask<Kind extends Question>(
    kind: Kind,
    request: Questions[Kind]['request'],
    signal: AbortSignal,
  ): Promise<Questions[Kind]['response']> {
    return new Promise<Questions[Question]['response']>((resolve, reject) => {
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
      send({ kind, id, request } as WorkerRequest);
    });
  }

  return {
    search: (request, signal) => ask('search', request, signal),
    similar: (request, signal) => ask('similar', request, signal),
    suggestNames: (request, signal) => ask('names', request, signal),
    suggestPapers: (request, signal) => ask('papers', request, signal),
    warm: (what = 'search') => send({ kind: 'warm', what }),
    close: () => worker.terminate(),
  };
}
