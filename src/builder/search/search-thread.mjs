import { parentPort } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

// Entry of the thread of `thread-indexer.ts`. Plain JavaScript, since the loader that runs the builder's
// TypeScript does not reach into threads; it loads the rest by itself.

const { createIndexThread } = await tsImport('./index-thread.ts', import.meta.url);
const handle = createIndexThread((message, transfer) => parentPort?.postMessage(message, transfer));
parentPort?.on('message', handle);
