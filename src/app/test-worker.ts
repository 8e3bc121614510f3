/** The worker that tries a snapshot out before pages read it. */
import { serveTest } from '../archive/test-in-worker.ts';
import { testSnapshot } from '../archive/test-snapshot.ts';
import { openBlocks } from '../db/open-blocks.ts';

serveTest(globalThis, async ({ accepted, packs }) => {
  await testSnapshot(accepted, packs, await openBlocks());
});
