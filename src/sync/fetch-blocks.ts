import type { BlockStore } from '../db/block-store.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { createBlockWriter } from './block-writer.ts';
import { createByteBudget } from './byte-budget.ts';
import type { NeededFile } from './plan-install.ts';
import { createRetryGate, type RetryEffects, type Waiting } from './retry-gate.ts';

/** What is told while files are fetched. */
export interface FetchListener {
  /** Files are on the device now. */
  onStored(files: readonly NeededFile[]): void;
  /** Nothing is asked for until then; null when it goes on. */
  onWaiting(waiting: Waiting | null): void;
}

/**
 * Fetches files, verifies each, stores them. What is stored stays stored when it throws. It waits as
 * long as waiting may help.
 *
 * @throws the signal's reason; StorageFullError; what no host gave: HostRefusedError,
 *   HashMismatchError, MirrorsFailedError.
 */
export type FetchBlocks = (
  files: readonly NeededFile[],
  listener: FetchListener,
  signal: AbortSignal,
) => Promise<void>;

export interface FetchBlocksOptions extends RetryEffects {
  readonly host: SnapshotHost;
  readonly store: Pick<BlockStore, 'putAll'>;
}

/** More than browsers open to one host at once (six, HTTP/1.1): some of these are being hashed. */
export const BLOCKS_IN_FLIGHT = 10;
/** Bytes of files being fetched or waiting to be stored: what an install takes of the memory. */
const MAX_BYTES_IN_FLIGHT = 8 * 1024 * 1024;

/** Fetches in this very thread. In a page that is to stay quick: fetch-in-worker.ts. */
export function createBlockFetcher(options: FetchBlocksOptions): FetchBlocks {
  const { host, store } = options;
  return async (files, listener, outerSignal) => {
    const failed = new AbortController();
    const signal = AbortSignal.any([outerSignal, failed.signal]);
    const budget = createByteBudget(MAX_BYTES_IN_FLIGHT);
    const gate = createRetryGate(options, listener.onWaiting);
    const writer = createBlockWriter<FetchedFile>(
      store,
      (blocks) => {
        for (const { file } of blocks) budget.giveBack(file.bytes);
        listener.onStored(blocks.map(({ file }) => file));
      },
      (error) => failed.abort(error),
    );
    const queue = files.values();

    async function work(): Promise<void> {
      for (const file of queue) {
        await budget.take(file.bytes, signal);
        const { hash } = file;
        const bytes = await gate.run(() => host.fetchHashed(hash, file.bytes, signal), signal);
        writer.add({ hash, bytes, file });
      }
    }

    const workers = Array.from({ length: BLOCKS_IN_FLIGHT }, () =>
      work().catch((error: unknown) => failed.abort(error)),
    );
    await Promise.all(workers);
    // Whole blocks are kept whatever happened to the others.
    await writer.finish();
    outerSignal.throwIfAborted();
    failed.signal.throwIfAborted();
  };
}

interface FetchedFile {
  readonly hash: NeededFile['hash'];
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly file: NeededFile;
}
