import type { SearchOpening } from '../worker/protocol.ts';
import { createSearchClient, type SearchClient } from '../worker/search-client.ts';

/** Starts the worker that searches a snapshot. */
export function startSearch(opening: SearchOpening): SearchClient {
  const worker = new Worker(new URL('../worker/search-worker.ts', import.meta.url), {
    type: 'module',
    name: 'search',
  });
  return createSearchClient(worker, opening);
}
