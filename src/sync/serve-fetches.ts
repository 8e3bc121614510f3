import type { FetchBlocks } from './fetch-blocks.ts';
import { encodeError, type FetchReport, type FetchRequest } from './worker-messages.ts';

/** The worker's end of what it shares with the page. */
export interface FetchPort {
  postMessage(report: FetchReport): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FetchRequest>) => void): void;
}

/** Serves one call of a page: see fetch-in-worker.ts. */
export function serveFetches(
  port: FetchPort,
  openFetcher: (addresses: readonly string[]) => Promise<FetchBlocks>,
): void {
  const stop = new AbortController();

  async function run({ files, addresses }: FetchRequest & { kind: 'fetch' }): Promise<void> {
    try {
      const fetchBlocks = await openFetcher(addresses);
      await fetchBlocks(
        files,
        {
          onStored: (stored) => port.postMessage({ kind: 'stored', files: stored }),
          onWaiting: (waiting) => port.postMessage({ kind: 'waiting', waiting }),
        },
        stop.signal,
      );
      port.postMessage({ kind: 'ended' });
    } catch (error) {
      if (stop.signal.aborted) port.postMessage({ kind: 'stopped' });
      else port.postMessage({ kind: 'failed', error: encodeError(error) });
    }
  }

  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'fetch') void run(data);
    else stop.abort(new DOMException('The page wants no more.', 'AbortError'));
  });
}
