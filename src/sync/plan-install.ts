import type { BlockHash } from '../format/hash.ts';
import type { HostedFile } from '../format/hosted-file.ts';
import { PACK_NAMES, type PackName } from '../format/manifest.ts';
import type { PackProgress } from './installer-state.ts';

/** A hashed file that an install needs. */
export interface NeededFile extends HostedFile {
  /** The first pack that needs it. */
  readonly pack: PackName;
}

export interface InstallPlan {
  /** Files still to fetch, each once, in the order in which they were needed. */
  readonly missing: readonly NeededFile[];
  readonly missingBytes: number;
  /** Bytes of all needed files, those already on the device included. */
  readonly totalBytes: number;
  /** The same by pack, in the order of PACK_NAMES; packs that need nothing are left out. */
  readonly packs: readonly PackProgress[];
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
  const totals = new Map<PackName, { doneBytes: number; totalBytes: number }>();
  for (const file of needed) {
    if (seen.has(file.hash)) continue;
    seen.add(file.hash);
    const isStored = stored.has(file.hash);
    const pack = totals.get(file.pack) ?? { doneBytes: 0, totalBytes: 0 };
    pack.totalBytes += file.bytes;
    if (isStored) pack.doneBytes += file.bytes;
    else missing.push(file);
    totals.set(file.pack, pack);
  }
  const packs = PACK_NAMES.flatMap((pack) => {
    const found = totals.get(pack);
    return found === undefined ? [] : [{ pack, ...found }];
  });
  return {
    missing,
    missingBytes: missing.reduce((sum, { bytes }) => sum + bytes, 0),
    totalBytes: packs.reduce((sum, { totalBytes }) => sum + totalBytes, 0),
    packs,
  };
}
