import type { BlockStore } from '../db/block-store.ts';
import { unpack } from '../format/codec.ts';
import { hashBytes } from '../format/hash.ts';
import { decodeLines } from '../format/lines.ts';
import {
  filesBesideBlocks,
  sectionsOfPack,
  type Manifest,
  type NamedSection,
  type PackName,
} from '../format/manifest.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  verifyIndexTotals,
  type BlockEntry,
} from '../format/section-index.ts';
import type { NeededFile } from './plan-install.ts';

/** As much of the device's blocks as indexes need. */
export type IndexStore = Pick<BlockStore, 'get' | 'deleteAll'>;

/**
 * Reads an index from the manifest or the device, or null when its file is not there. A file that is
 * damaged is thrown away, so that it counts as missing from then on.
 * @throws SnapshotRefusedError when the index is not the one that the manifest describes;
 *   MalformedError.
 */
export async function readStoredIndex(
  { name, section }: NamedSection,
  store: IndexStore,
): Promise<BlockEntry[] | null> {
  const { index, entries, order, codec } = section;
  const what = `index of ${name}`;
  let found: BlockEntry[];
  if (index === null) {
    found = decodeIndexEntries(order, entries ?? [], what);
  } else {
    const bytes = await store.get(index.hash);
    if (bytes === null) return null;
    if ((await hashBytes(bytes)) !== index.hash) {
      await store.deleteAll([index.hash]);
      return null;
    }
    const lines = decodeLines(await unpack(codec, bytes, index.rawBytes, what), what);
    found = decodeIndexLines(order, lines, what);
  }
  verifyIndexTotals(section, found, what);
  return found;
}

/**
 * The files of some packs that the manifest names: indexes and dictionaries. They are fetched first:
 * the indexes name everything else.
 */
export function filesOfManifest(manifest: Manifest, packs: readonly PackName[]): NeededFile[] {
  return packs.flatMap((pack) =>
    sectionsOfPack(manifest, pack)
      .flatMap(({ section }) => filesBesideBlocks(section))
      .map(({ hash, bytes }) => ({ hash, bytes, pack })),
  );
}

/**
 * Every file of some packs, pack by pack, as far as the indexes on the device name them.
 * `isKnown` is false while an index is missing: then there are more files than these.
 */
export async function readNeededFiles(
  manifest: Manifest,
  packs: readonly PackName[],
  store: IndexStore,
): Promise<{ readonly files: NeededFile[]; readonly isKnown: boolean }> {
  const files = filesOfManifest(manifest, packs);
  let isKnown = true;
  for (const pack of packs) {
    for (const named of sectionsOfPack(manifest, pack)) {
      const entries = await readStoredIndex(named, store);
      if (entries === null) isKnown = false;
      else for (const { hash, bytes, place } of entries) files.push({ hash, bytes, pack, place });
    }
  }
  return { files, isKnown };
}
