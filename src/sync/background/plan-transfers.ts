import { isBlockHash, type BlockHash } from '../../format/hash.ts';
import { fileOnHost, type HostedFile } from '../../format/hosted-file.ts';

/** One transfer of the browser: files of the host in which something is that is still to be fetched. */
export interface PlannedTransfer {
  readonly id: string;
  readonly files: readonly HostedFile[];
  readonly bytes: number;
}

/**
 * Bytes of one transfer at most. The browser keeps what it fetched until the transfer ends, and only
 * then is it verified and stored: smaller transfers need less room twice and lose less when one breaks
 * off, but each is one more line in the browser's list of downloads.
 */
const TRANSFER_BYTES = 100_000_000;

const ID_PREFIX = 'pwc2-install';
const ID_PATTERN = /^pwc2-install:([0-9a-f]{32}):\d+$/;

/**
 * Shares files out to transfers, in order. The browser fetches whole files: of a volume that is here in
 * part, all comes again. Ids name the snapshot, and the first byte of the part that
 * they begin with, so that a later hand-over of the rest makes others.
 * @param doneBytes bytes that are here already.
 */
export function planTransfers(
  snapshot: BlockHash,
  files: readonly HostedFile[],
  doneBytes: number,
  maxBytes = TRANSFER_BYTES,
): PlannedTransfer[] {
  const groups: { files: HostedFile[]; bytes: number }[] = [];
  const onHost = new Map(files.map(fileOnHost).map((file) => [file.hash, file]));
  for (const file of onHost.values()) {
    let group = groups.at(-1);
    if (group === undefined || group.bytes + file.bytes > maxBytes) {
      group = { files: [], bytes: 0 };
      groups.push(group);
    }
    group.files.push(file);
    group.bytes += file.bytes;
  }
  let start = doneBytes;
  return groups.map((group) => {
    const id = `${ID_PREFIX}:${snapshot}:${start}`;
    start += group.bytes;
    return { id, files: group.files, bytes: group.bytes };
  });
}

/** The snapshot that a transfer belongs to, or null when it is none of ours. */
export function snapshotOfTransfer(id: string): BlockHash | null {
  const hash = ID_PATTERN.exec(id)?.[1];
  return hash !== undefined && isBlockHash(hash) ? hash : null;
}
