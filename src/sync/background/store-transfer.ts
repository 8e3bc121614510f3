import type { BlockStore } from '../../db/block-store.ts';
import { HashMismatchError } from '../../format/errors.ts';
import { verifyHash, type BlockHash } from '../../format/hash.ts';
import { MAX_INDEX_BYTES } from '../../format/limits.ts';
import { hashOfBlockUrl } from '../../format/version.ts';
import type { BackgroundRecord, BackgroundTransfer } from './background-fetch.ts';

/** What became of the files of a transfer. */
export interface StoredTransfer {
  readonly stored: number;
  /** Here already: another tab, or an earlier run, was quicker. */
  readonly known: number;
  /** Not whole, not the file that was asked for, or refused by the host: to be fetched once more. */
  readonly refused: number;
}

/** Bytes collected before they are stored together. */
const BATCH_BYTES = 1_500_000;

/**
 * Verifies and stores the files that a transfer has brought, whether it ended well or not. A batch is in
 * memory at a time. Blocks are named by their content, so this needs no lock: at worst a file is
 * stored twice with the same bytes.
 *
 * @throws StorageFullError; what was stored before stays.
 */
export async function storeTransfer(
  transfer: Pick<BackgroundTransfer, 'matchAll'>,
  store: Pick<BlockStore, 'readHashes' | 'putAll'>,
): Promise<StoredTransfer> {
  const known = await store.readHashes();
  const counts = { stored: 0, known: 0, refused: 0 };
  let batch: { hash: BlockHash; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let batchBytes = 0;

  async function flush(): Promise<void> {
    if (batch.length > 0) await store.putAll(batch);
    counts.stored += batch.length;
    batch = [];
    batchBytes = 0;
  }

  for (const record of await transfer.matchAll()) {
    const hash = hashOfBlockUrl(record.request.url);
    if (hash !== null && known.has(hash)) {
      counts.known += 1;
      continue;
    }
    const bytes = hash === null ? null : await readVerified(record, hash);
    if (hash === null || bytes === null) {
      counts.refused += 1;
      continue;
    }
    batch.push({ hash, bytes });
    batchBytes += bytes.byteLength;
    if (batchBytes >= BATCH_BYTES) await flush();
  }
  await flush();
  return counts;
}

/** null for whatever is not the file: the install asks for it again, and then says what is wrong. */
async function readVerified(
  record: BackgroundRecord,
  hash: BlockHash,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let blob: Blob;
  try {
    const response = await record.responseReady;
    if (!response.ok) return null;
    // A blob is on the disk: its size is known before its bytes are in memory.
    blob = await response.blob();
  } catch {
    return null;
  }
  if (blob.size > MAX_INDEX_BYTES) return null;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  try {
    await verifyHash(bytes, hash);
    return bytes;
  } catch (error) {
    if (error instanceof HashMismatchError) return null;
    throw error;
  }
}
