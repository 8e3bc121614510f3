import type { BlockStore } from '../../db/block-store.ts';
import { hashBytes, type BlockHash } from '../../format/hash.ts';
import { fileOnHost, type HostedFile } from '../../format/hosted-file.ts';
import { MAX_INDEX_BYTES } from '../../format/limits.ts';
import { hashOfBlockUrl } from '../../format/version.ts';
import type { BackgroundRecord, BackgroundTransfer } from './background-fetch.ts';

/** What became of the blocks of a transfer. */
export interface StoredTransfer {
  readonly stored: number;
  /** Here already: another tab, or an earlier run, was quicker. */
  readonly known: number;
  /** Not whole, not what was asked for, or refused by the host: to be fetched once more. */
  readonly refused: number;
}

/** Bytes collected before they are stored together. */
const BATCH_BYTES = 1_500_000;

/**
 * Verifies and stores the blocks that a transfer has brought, whether it ended well or not. A batch is in
 * memory at a time. Blocks are named by their content, so this needs no lock: at worst a block is
 * stored twice with the same bytes.
 *
 * @param needed what the snapshot consists of: says which blocks are where in the files that came.
 * @throws StorageFullError; what was stored before stays.
 */
export async function storeTransfer(
  transfer: Pick<BackgroundTransfer, 'matchAll'>,
  store: Pick<BlockStore, 'readHashes' | 'putAll'>,
  needed: readonly HostedFile[],
): Promise<StoredTransfer> {
  const known = await store.readHashes();
  const contents = groupByFile(needed);
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
    const blocks = contents.get(hashOfBlockUrl(record.request.url) ?? '') ?? [];
    const missing = blocks.filter(({ hash }) => !known.has(hash));
    counts.known += blocks.length - missing.length;
    if (missing.length === 0) continue;
    const file = await readFile(record);
    for (const { hash, bytes: size, place } of missing) {
      const start = place?.offset ?? 0;
      const bytes = file?.slice(start, start + size) ?? null;
      if (bytes === null || (await hashBytes(bytes)) !== hash) {
        counts.refused += 1;
        continue;
      }
      batch.push({ hash, bytes });
      batchBytes += size;
    }
    if (batchBytes >= BATCH_BYTES) await flush();
  }
  await flush();
  return counts;
}

function groupByFile(needed: readonly HostedFile[]): Map<string, HostedFile[]> {
  const groups = new Map<string, HostedFile[]>();
  for (const block of needed) {
    const { hash } = fileOnHost(block);
    const group = groups.get(hash);
    if (group === undefined) groups.set(hash, [block]);
    else group.push(block);
  }
  return groups;
}

/** null for what is no file of an archive: the install asks for it again, and then says what is wrong. */
async function readFile(record: BackgroundRecord): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await record.responseReady;
    if (!response.ok) return null;
    // A blob is on the disk: its size is known before its bytes are in memory.
    const blob = await response.blob();
    return blob.size > MAX_INDEX_BYTES ? null : new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}
