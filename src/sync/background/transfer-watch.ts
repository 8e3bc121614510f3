import type { BackgroundTransfer } from './background-fetch.ts';

/** How the transfers of one install came to an end. */
export type TransfersEnd =
  /** All of them, well or not: what they brought is stored, as far as it is whole. */
  | 'ended'
  /** Somebody cancelled one in the browser's own list. */
  | 'cancelled';

export interface TransferWatch {
  /** Bytes that these transfers were announced with, and that they have brought. */
  readonly bytes: () => { readonly total: number; readonly downloaded: number };
  /** Never rejects. */
  readonly end: Promise<TransfersEnd>;
  /** Ends them. What they brought so far is stored by the service worker. */
  abort(): Promise<void>;
}

/** A transfer that ended is stored by the service worker, which says so; if not, nobody waits longer. */
const STORING_MS = 60_000;

export interface TransferWatchOptions {
  readonly transfers: readonly BackgroundTransfer[];
  readonly onProgress: () => void;
  /** Resolves when the service worker has stored what a transfer brought. */
  readonly whenStored: (id: string) => Promise<void>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Follows transfers that the browser does for us. */
export function watchTransfers({
  transfers,
  onProgress,
  whenStored,
  wait,
}: TransferWatchOptions): TransferWatch {
  const stop = new AbortController();
  let isAborting = false;

  async function follow(transfer: BackgroundTransfer): Promise<TransfersEnd> {
    const storing = whenStored(transfer.id);
    await new Promise<void>((resolve) => {
      function look(): void {
        onProgress();
        if (transfer.result !== '') resolve();
      }
      transfer.addEventListener('progress', look);
      stop.signal.addEventListener('abort', () => transfer.removeEventListener('progress', look));
      look();
    });
    const isCancelled = transfer.failureReason === 'aborted' && !isAborting;
    await Promise.race([storing, wait(STORING_MS, stop.signal).catch(() => undefined)]);
    return isCancelled ? 'cancelled' : 'ended';
  }

  const end = Promise.all(transfers.map(follow)).then((ends): TransfersEnd => {
    stop.abort();
    return ends.includes('cancelled') ? 'cancelled' : 'ended';
  });

  return {
    bytes: () => ({
      total: transfers.reduce((sum, { downloadTotal }) => sum + downloadTotal, 0),
      downloaded: transfers.reduce((sum, { downloaded }) => sum + downloaded, 0),
    }),
    end,
    async abort() {
      isAborting = true;
      await Promise.all(transfers.map((transfer) => transfer.abort().catch(() => false)));
      await end;
    },
  };
}
