/** Entry of the search worker. */
import { openBlocks } from '../db/open-blocks.ts';
import { openHost } from '../host/open-host.ts';
import type { WorkerRequest } from './protocol.ts';
import { createSearchService } from './search-service.ts';

const handle = createSearchService({
  openHost: (addresses) => openHost(addresses, { fetch: (url, init) => fetch(url, init) }),
  openStore: () => openBlocks().catch(() => null),
  answer: (message) => self.postMessage(message),
});

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => handle(data));
