import type { DeviceStorage } from '../db/open-storage.ts';
import type { BlockHash } from '../format/hash.ts';
import type { PackName } from '../format/manifest.ts';
import type { Trust } from '../format/trust/accept-manifest.ts';
import { hashesOf } from './collect-garbage.ts';
import { acceptStored } from './read-device.ts';

/** Blocks deleted at once: some milliseconds of work. */
const SLICE_BLOCKS = 64;

/**
 * Deletes the blocks of packs that the device is not to hold any more, at once: somebody wants the room.
 * Pages that read them go on from the host. The caller holds the lock of installs, and the state does not
 * name these packs any more. Where it names no snapshot at all there is nothing to do: all is garbage.
 *
 * @param kept packs that stay.
 */
export async function removePacks(
  removed: readonly PackName[],
  kept: readonly PackName[],
  storage: DeviceStorage,
  trust: Trust,
): Promise<void> {
  const { active } = await storage.device.read();
  if (active === null) return;
  const { manifest } = await acceptStored(active, trust);
  const needed = await hashesOf(manifest, kept, storage);
  const gone = await hashesOf(manifest, removed, storage);
  await deleteInSlices(
    [...gone].filter((hash) => !needed.has(hash)),
    storage,
  );
}

/** So that no other work of the page waits for long. */
async function deleteInSlices(hashes: readonly BlockHash[], storage: DeviceStorage): Promise<void> {
  for (let start = 0; start < hashes.length; start += SLICE_BLOCKS) {
    await storage.blocks.deleteAll(hashes.slice(start, start + SLICE_BLOCKS));
  }
}
