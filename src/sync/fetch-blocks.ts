import type { BlockStore } from '../db/block-store.ts';
import type { BlockHash } from '../format/hash.ts';
import { HostRefusedError, HostUnreachableError } from '../host/errors.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import type { NeededFile } from './plan-install.ts';

export interface FetchBlocksOptions {
  readonly host: SnapshotHost;
  readonly store: BlockStore;
  readonly signal: AbortSignal;
  /** Waits so many milliseconds, or rejects with the signal's reason. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A number in [0, 1) that spreads retries. */
  readonly random: () => number;
  /** Called after files are stored, with their bytes. */
  readonly onStored: (bytes: number) => void;
}

const IN_FLIGHT = 4;
/** Bytes collected before they are stored together: one transaction for some twenty blocks. */
const BATCH_BYTES = 1_500_000;
const MAX_TRIES = 6;
const FIRST_WAIT_MS = 500;

/**
 * Fetches files, verifies each, stores them in batches. Memory in use is bounded by the files in
 * flight and one batch. What is stored stays stored when this throws.
 *
 * @throws the signal's reason; StorageFullError; HostRefusedError, HostUnreachableError and
 *   HashMismatchError after MAX_TRIES tries where trying again makes sense.
 */
export async function fetchBlocks(
  files: readonly NeededFile[],
  options: FetchBlocksOptions,
): Promise<void> {
  const { store, onStored } = options;
  const queue = files.values();
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  let batch: { hash: BlockHash; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let batchBytes = 0;

  async function flush(): Promise<void> {
    const blocks = batch;
    const bytes = batchBytes;
    batch = [];
    batchBytes = 0;
    if (blocks.length === 0) return;
    await store.putAll(blocks);
    onStored(bytes);
  }

  async function work(): Promise<void> {
    for (const file of queue) {
      const bytes = await fetchWithRetries(file, { ...options, signal });
      batch.push({ hash: file.hash, bytes });
      batchBytes += bytes.byteLength;
      if (batchBytes >= BATCH_BYTES) await flush();
    }
  }

  const workers = Array.from({ length: IN_FLIGHT }, () =>
    work().catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  const results = await Promise.allSettled(workers);
  // Whole blocks are kept whatever happened to the others.
  await flush();
  options.signal.throwIfAborted();
  if (failed.signal.aborted) throw failed.signal.reason;
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function fetchWithRetries(
  file: NeededFile,
  { host, signal, wait, random }: FetchBlocksOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await host.fetchHashed(file.hash, file.bytes, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (tries === MAX_TRIES || !isWorthRetrying(error)) throw error;
      // Exponential, with full jitter: many clients of one host must not come back in step.
      await wait(FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + random()), signal);
    }
  }
}

function isWorthRetrying(error: unknown): boolean {
  return (
    error instanceof HostUnreachableError ||
    (error instanceof HostRefusedError && error.isTemporary)
  );
}
