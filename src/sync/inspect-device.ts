import type { DeviceStorage } from '../db/open-storage.ts';
import { PACK_NAMES, packBytes, type Manifest, type PackName } from '../format/manifest.ts';
import type { PackOnDevice, StorageDamage } from './installer-state.ts';
import { planInstall } from './plan-install.ts';
import { readNeededFiles } from './read-index.ts';

export interface DeviceInspection {
  readonly stored: readonly PackOnDevice[];
  /** What is missing of installed packs. */
  readonly damage: Exclude<StorageDamage, { kind: 'cleared' }>;
}

/**
 * Counts what is here of a snapshot, and looks whether the packs that are said to be whole are: the
 * browser may have thrown blocks away. Looks at names only and reads no block.
 *
 * @param installed packs of it that are said to be whole.
 * @param pause taken again and again while it looks, for a database that others need too.
 */
export async function inspectDevice(
  manifest: Manifest,
  installed: readonly PackName[],
  storage: DeviceStorage,
  pause?: () => Promise<void>,
): Promise<DeviceInspection> {
  const hashes = await storage.blocks.readHashes(pause);
  const stored: PackOnDevice[] = [];
  const damaged: PackName[] = [];
  let files = 0;
  let bytes = 0;
  for (const pack of PACK_NAMES) {
    const needed = await readNeededFiles(manifest, [pack], storage.blocks);
    const plan = planInstall(needed.files, hashes);
    // While an index is missing the manifest still knows the sum.
    const totalBytes = needed.isKnown ? plan.totalBytes : packBytes(manifest, pack);
    stored.push({ pack, totalBytes, storedBytes: plan.totalBytes - plan.missingBytes });
    if (!installed.includes(pack) || plan.missing.length === 0) continue;
    damaged.push(pack);
    files += plan.missing.length;
    bytes += plan.missingBytes;
  }
  return {
    stored,
    damage:
      damaged.length === 0
        ? { kind: 'none' }
        : { kind: 'incomplete', packs: damaged, files, bytes },
  };
}
