import type { DeviceStorage } from '../../db/open-storage.ts';
import type { BlockHash } from '../../format/hash.ts';
import { PACK_NAMES, parseManifest, type PackName } from '../../format/manifest.ts';
import { planInstall, type InstallPlan, type NeededFile } from '../plan-install.ts';
import { readNeededFiles } from '../read-index.ts';

/** An install that is not finished, as the device remembers it. */
export interface InstallToFinish extends InstallPlan {
  readonly snapshot: BlockHash;
  readonly installs: readonly PackName[];
}

/**
 * The files of a snapshot as far as indexes on the device name them; none when it is not known here.
 */
export async function readFilesOfSnapshot(
  snapshot: BlockHash,
  storage: DeviceStorage,
): Promise<readonly NeededFile[]> {
  const stored = await storage.device.readSnapshot(snapshot);
  if (stored === null) return [];
  const manifest = parseManifest(new Uint8Array(stored.manifest));
  return (await readNeededFiles(manifest, PACK_NAMES, storage.blocks)).files;
}

/**
 * What is still to be fetched, from the device alone.
 * @returns null when nothing is to be gone on with, or when an index is not here yet, so that it cannot
 *   be known.
 */
export async function readInstallToFinish(storage: DeviceStorage): Promise<InstallToFinish | null> {
  const { state } = await storage.device.read();
  if (state.pending === null || state.pending.hold !== null) return null;
  const { snapshot, packs } = state.pending;
  const stored = await storage.device.readSnapshot(snapshot);
  if (stored === null) return null;
  const manifest = parseManifest(new Uint8Array(stored.manifest));
  const { files, isKnown } = await readNeededFiles(manifest, packs, storage.blocks);
  if (!isKnown) return null;
  return { snapshot, installs: packs, ...planInstall(files, await storage.blocks.readHashes()) };
}
