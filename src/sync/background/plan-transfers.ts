import type { BlockHash } from '../../format/hash.ts';
import type { NeededFile } from '../plan-install.ts';

/** One transfer of the browser: some of the files that are still to be fetched. */
export interface PlannedTransfer {
  readonly id: string;
  readonly files: readonly NeededFile[];
  readonly bytes: number;
}

/**
 * Files of one transfer at most. The browser keeps what it fetched until the transfer ends, and only
 * then it is verified and stored: smaller transfers need less room twice and lose less, but each
 * is one more line in the browser's list of downloads.
 */
const TRANSFER_BYTES = 100_000_000;

const ID_PREFIX = 'pwc2-install';

/** Shares the files out to transfers, in order. Ids name the snapshot and the part. */
export function planTransfers(
  snapshot: BlockHash,
  files: readonly NeededFile[],
  maxBytes = TRANSFER_BYTES,
): PlannedTransfer[] {
  const groups: NeededFile[][] = [];
  let bytes = Infinity;
  for (const file of files) {
    if (bytes + file.bytes > maxBytes) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(file);
    bytes += file.bytes;
  }
  return groups.map((group, number) => ({
    id: `${ID_PREFIX}:${snapshot}:${number + 1}`,
    files: group,
    bytes: group.reduce((sum, file) => sum + file.bytes, 0),
  }));
}

/** Whether a transfer is one of ours. */
export function isInstallTransfer(id: string): boolean {
  return id.startsWith(`${ID_PREFIX}:`);
}

