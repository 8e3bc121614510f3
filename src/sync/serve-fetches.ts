import type { FetchBlocks } from './fetch-blocks.ts';
import type { NeededFile } from './plan-install.ts';
import { encodeError, type FetchReport, type FetchRequest } from './worker-messages.ts';

/** The worker's end of what it shares with the page. */
export interface FetchPort {
  postMessage(report: FetchReport): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FetchRequest>) => void): void;
}

/** The page is told this often at most what is stored, in milliseconds: each time, it draws the progress. */
const TELL_MS = 250;

/** Serves one call of a page: see fetch-in-worker.ts. */
export function serveFetches(
  port: FetchPort,
  openFetcher: (addresses: readonly string[]) => Promise<FetchBlocks>,
): void {
  const stop = new AbortController();
  let untold: NeededFile[] = [];
  let telling: ReturnType<typeof setTimeout> | undefined;

  function tellStored(): void {
    clearTimeout(telling);
    telling = undefined;
    if (untold.length === 0) return;
    const files = untold;
    untold = [];
    port.postMessage({ kind: 'stored', files });
  }

  function tellLast(report: FetchReport): void {
    tellStored();
    port.postMessage(report);
  }

  async function run({ files, addresses }: FetchRequest & { kind: 'fetch' }): Promise<void> {
    try {
      const fetchBlocks = await openFetcher(addresses);
      await fetchBlocks(
        files,
        {
          onStored: (stored) => {
            untold.push(...stored);
            telling ??= setTimeout(tellStored, TELL_MS);
          },
          onWaiting: (waiting) => port.postMessage({ kind: 'waiting', waiting }),
        },
        stop.signal,
      );
      tellLast({ kind: 'ended' });
    } catch (error) {
      if (stop.signal.aborted) tellLast({ kind: 'stopped' });
      else tellLast({ kind: 'failed', error: encodeError(error) });
    }
  }

  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'fetch') void run(data);
    else stop.abort(new DOMException('The page wants no more.', 'AbortError'));
  });
}
