import type { BlockStore } from '../db/block-store.ts';
import { readBundle, type BundleReader } from '../format/bundle/read-bundle.ts';
import { streamPieces } from '../format/bundle/stream-pieces.ts';
import { hashBytes, type BlockHash } from '../format/hash.ts';
import type { Manifest, PackName } from '../format/manifest.ts';
import type { Authenticity, RequireTrusted } from '../format/trust/judge-manifest.ts';

/** An archive file holds no pack whole, so there is nothing that could be installed from it. */
export class NoWholePackError extends Error {
  override readonly name = 'NoWholePackError';
  constructor() {
    super(
      'This archive file holds no pack as a whole, so nothing was installed. Save it anew on the other device, with the packs you want.',
    );
  }
}

/** A snapshot that an archive file brought, as it is accepted. */
export interface BroughtSnapshot {
  readonly id: BlockHash;
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  readonly authenticity: Authenticity;
}

export interface OpenArchiveProgress {
  /** Bytes of the file that have been read; the caller knows how many there are. */
  readonly doneBytes: number;
  /** Blocks that were stored, and those that were here before. */
  readonly stored: number;
  readonly skipped: number;
}

export interface OpenArchiveOptions {
  readonly source: ReadableStream<Uint8Array>;
  readonly store: Pick<BlockStore, 'readHashes' | 'putAll'>;
  readonly trust: RequireTrusted;
  /**
   * Called once the manifest is accepted, before anything is stored: has to keep the blocks to come
   * from being taken for garbage.
   */
  readonly hold: (snapshot: BroughtSnapshot) => Promise<void>;
  /** Tries the packs out and makes the snapshot the one that pages read, as an install does. */
  readonly activate: (snapshot: BroughtSnapshot, packs: readonly PackName[]) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OpenArchiveProgress) => void;
}

/** Bytes collected before they are stored together: one transaction for some twenty blocks. */
const BATCH_BYTES = 1_500_000;

/**
 * Installs what an archive file holds: judges its manifest, stores each block once it is verified, and
 * activates the packs that the file holds whole. Needs no network; memory in use is a batch of blocks.
 * Until it activates, pages read what they read before. Run it under the lock that installs share.
 *
 * What was stored stays when this throws, and a second call passes over it.
 *
 * @returns the packs.
 * @throws SnapshotRefusedError, TruncatedError, MalformedError, UnreadableVersionError,
 *   HashMismatchError, NoWholePackError, StorageFullError; the signal's reason; what the stream throws.
 */
export async function openArchive(options: OpenArchiveOptions): Promise<readonly PackName[]> {
  const { source, trust, hold, activate, signal } = options;
  const pieces = streamPieces(source);
  try {
    signal.throwIfAborted();
    const reader = await readBundle(pieces);
    const { manifestBytes, manifest } = reader;
    const authenticity = await trust(manifestBytes, manifest);
    const id = await hashBytes(manifestBytes);
    const snapshot: BroughtSnapshot = { id, manifestBytes, manifest, authenticity };
    await hold(snapshot);
    await storeFiles(reader, options);
    const packs = reader.wholePacks();
    if (packs.length === 0) throw new NoWholePackError();
    signal.throwIfAborted();
    await activate(snapshot, packs);
    return packs;
  } finally {
    await pieces.return();
  }
}

async function storeFiles(
  reader: BundleReader,
  { store, signal, onProgress }: OpenArchiveOptions,
): Promise<void> {
  const known = await store.readHashes();
  let batch: { hash: BlockHash; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let batchBytes = 0;
  let stored = 0;
  let skipped = 0;
  let reportedAt = 0;

  function report(): void {
    reportedAt = reader.position;
    onProgress({ doneBytes: reader.position, stored, skipped });
  }

  async function flush(): Promise<void> {
    if (batch.length > 0) await store.putAll(batch);
    stored += batch.length;
    batch = [];
    batchBytes = 0;
    report();
  }

  try {
    for await (const file of reader.readFiles((hash) => known.has(hash))) {
      signal.throwIfAborted();
      if (file.kind === 'skipped') {
        skipped += 1;
        if (reader.position - reportedAt >= BATCH_BYTES) report();
        continue;
      }
      batch.push(file);
      batchBytes += file.bytes.byteLength;
      if (batchBytes >= BATCH_BYTES) await flush();
    }
  } catch (error) {
    // What is verified is kept, whatever came after it; the first failure is the one to tell.
    await flush().catch(() => undefined);
    throw error;
  }
  await flush();
}
