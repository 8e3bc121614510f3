import type { BlockStore } from '../db/block-store.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { createBlockWriter } from './block-writer.ts';
import { createByteBudget } from './byte-budget.ts';
import type { NeededFile } from './plan-install.ts';
import { planRuns } from './plan-runs.ts';
import { createRetryGate, type RetryEffects, type Waiting } from './retry-gate.ts';

/** What is told while files are fetched. */
export interface FetchListener {
  /** Files are on the device now. */
  onStored(files: readonly NeededFile[]): void;
  /** Nothing is asked for until then; null when it goes on. */
  onWaiting(waiting: Waiting | null): void;
}

/**
 * Fetches files, those that lie next to each other with one request, verifies each, stores them. What is
 * stored stays stored when it throws. It waits as long as waiting may help.
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
export const RUNS_IN_FLIGHT = 10;
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
    const queue = planRuns(files).values();

    async function work(): Promise<void> {
      for (const rest of queue) {
        await budget.take(sumBytes(rest), signal);
        await gate.run(() => fetchRun(rest), signal);
      }
    }

    /** What one request leaves over is asked for again as long as each brings something. */
    async function fetchRun(rest: NeededFile[]): Promise<void> {
      while (rest.length > 0) {
        const left = rest.length;
        try {
          await host.fetchRun(rest, add, signal);
        } catch (error) {
          signal.throwIfAborted();
          if (rest.length === left) throw error;
        }
      }
    }

    function add(file: NeededFile, bytes: Uint8Array<ArrayBuffer>): void {
      writer.add({ hash: file.hash, bytes, file });
    }

    const workers = Array.from({ length: RUNS_IN_FLIGHT }, () =>
      work().catch((error: unknown) => failed.abort(error)),
    );
    await Promise.all(workers);
    // Whole blocks are kept whatever happened to the others.
    await writer.finish();
    outerSignal.throwIfAborted();
    failed.signal.throwIfAborted();
  };
}

function sumBytes(files: readonly NeededFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

interface FetchedFile {
  readonly hash: NeededFile['hash'];
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly file: NeededFile;
}
