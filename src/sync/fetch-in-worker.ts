import type { FetchBlocks } from './fetch-blocks.ts';
import { decodeError, type FetchReport, type FetchRequest } from './worker-messages.ts';

/**
 * Fetches in a worker of its own, so that the page stays quick: what thousands of answers cost, the
 * hashing and the writes, all happens there. The worker lives for one call.
 */
export function createWorkerFetcher(
  createWorker: () => Worker,
  addresses: readonly string[],
): FetchBlocks {
  return async (files, listener, signal) => {
    signal.throwIfAborted();
    const worker = createWorker();
    const tell = (request: FetchRequest) => worker.postMessage(request);
    const stop = () => tell({ kind: 'stop' });
    try {
      await new Promise<void>((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<FetchReport>) => {
          switch (data.kind) {
            case 'stored':
              listener.onStored(data.files);
              break;
            case 'waiting':
              listener.onWaiting(data.waiting);
              break;
            case 'ended':
              resolve();
              break;
            case 'stopped':
              reject(signal.reason as Error);
              break;
            case 'failed':
              reject(decodeError(data.error));
              break;
          }
        });
        worker.addEventListener('error', ({ message }) => {
          reject(new Error(`The part of the app that installs could not run. ${message}`));
        });
        signal.addEventListener('abort', stop);
        tell({ kind: 'fetch', files, addresses });
      });
    } finally {
      signal.removeEventListener('abort', stop);
      worker.terminate();
    }
  };
}
