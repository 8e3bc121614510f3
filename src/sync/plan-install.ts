import type { BlockHash } from '../format/hash.ts';

/** A hashed file that an install needs. */
export interface NeededFile {
  readonly hash: BlockHash;
  readonly bytes: number;
}

export interface InstallPlan {
  /** Files still to fetch, in the order of the snapshot, each once. */
  readonly missing: readonly NeededFile[];
  readonly missingBytes: number;
  /** Bytes of all needed files, those already on the device included. */
  readonly totalBytes: number;
}

/**
 * What an install has to fetch: the needed files less the stored ones. Whatever was fetched before,
 * by browsing, by an install that broke off, or for an older snapshot, is not fetched again.
 */
export function planInstall(
  needed: readonly NeededFile[],
  stored: ReadonlySet<BlockHash>,
): InstallPlan {
  const seen = new Set<BlockHash>();
  const missing: NeededFile[] = [];
  let totalBytes = 0;
  let missingBytes = 0;
  for (const { hash, bytes } of needed) {
    if (seen.has(hash)) continue;
    seen.add(hash);
    totalBytes += bytes;
    if (stored.has(hash)) continue;
    missing.push({ hash, bytes });
    missingBytes += bytes;
  }
  return { missing, missingBytes, totalBytes };
}
