import type { DeviceStorage } from '../../db/open-storage.ts';
import type { BlockHash } from '../../format/hash.ts';
import { parseManifest, sectionsOfPack, type PackName } from '../../format/manifest.ts';
import { planInstall, type NeededFile } from '../plan-install.ts';
import { readStoredIndex } from '../read-index.ts';

/** An install that is not finished, as the device remembers it. */
export interface PendingInstall {
  readonly snapshot: BlockHash;
  readonly packs: readonly PackName[];
  readonly missing: readonly NeededFile[];
  readonly missingBytes: number;
  readonly totalBytes: number;
}

/**
 * What is still to be fetched, from the device alone.
 * @returns null when nothing is pending, or when an index is not here yet, so that it cannot be known.
 */
export async function readPendingInstall(storage: DeviceStorage): Promise<PendingInstall | null> {
  const { state } = await storage.device.read();
  if (state.pending === null) return null;
  const { snapshot, packs } = state.pending;
  const stored = await storage.device.readSnapshot(snapshot);
  if (stored === null) return null;
  const manifest = parseManifest(new Uint8Array(stored.manifest));
  const needed: NeededFile[] = [];
  for (const name of packs.flatMap(sectionsOfPack)) {
    const { index } = manifest.sections[name];
    const entries = await readStoredIndex(manifest, name, storage.blocks);
    if (entries === null) return null;
    if (index !== null) needed.push(index);
    needed.push(...entries);
  }
  const plan = planInstall(needed, await storage.blocks.readHashes());
  return { snapshot, packs, ...plan };
}
