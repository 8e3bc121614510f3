/** The worker that fetches what an install needs. Constructs its own end of everything. */
import { openBlocks } from '../db/open-blocks.ts';
import { openHost } from '../host/open-host.ts';
import { createBlockFetcher } from '../sync/fetch-blocks.ts';
import { serveFetches } from '../sync/serve-fetches.ts';
import { waitFor } from '../sync/wait-for.ts';
import { browserNetwork } from './browser-network.ts';

serveFetches(globalThis, async (addresses) => {
  return createBlockFetcher({
    // Blocks are kept in the database: in the browser's own cache they would take the same room again.
    host: openHost(addresses, { fetch: (url, init) => fetch(url, { cache: 'no-store', ...init }) }),
    store: await openBlocks(),
    wait: waitFor,
    random: Math.random,
    now: Date.now,
    network: browserNetwork,
  });
});
