import type { DeviceStorage } from '../db/open-storage.ts';
import type { BlockHash } from '../format/hash.ts';
import { PACK_NAMES, SECTION_NAMES, type Manifest, type PackName } from '../format/manifest.ts';
import { readStoredIndex } from './read-index.ts';

/**
 * Deletes blocks that the given snapshot does not name, and forgets other snapshots. Blocks kept from
 * browsing stay when they belong to it.
 *
 * @param packs only blocks of these packs are kept; all packs when left out.
 */
export async function collectGarbage(
  manifest: Manifest,
  storage: DeviceStorage,
  packs: readonly PackName[] = PACK_NAMES,
): Promise<void> {
  const kept = new Set<BlockHash>();
  for (const name of SECTION_NAMES) {
    const section = manifest.sections[name];
    if (!packs.includes(section.pack)) continue;
    // A section whose index file is not here has no blocks here: the index is always read first.
    const entries = await readStoredIndex(manifest, name, storage.blocks);
    if (entries === null) continue;
    if (section.index !== null) kept.add(section.index.hash);
    for (const entry of entries) kept.add(entry.hash);
  }
  const stored = await storage.blocks.readHashes();
  const garbage = [...stored].filter((hash) => !kept.has(hash));
  if (garbage.length > 0) await storage.blocks.deleteAll(garbage);
  await storage.device.forgetInactive();
}
