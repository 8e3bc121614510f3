import { unpack } from '../codec.ts';
import { MalformedError } from '../errors.ts';
import type { BlockHash } from '../hash.ts';
import { decodeLines } from '../lines.ts';
import {
  PACK_NAMES,
  SECTION_NAMES,
  sectionsOfPack,
  type Manifest,
  type PackName,
  type SectionName,
} from '../manifest.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  verifyIndexTotals,
  type BlockEntry,
} from '../section-index.ts';

/** What an archive file may hold, known as far as its indexes have been read. */
export interface ExpectedFiles {
  /** Size of a file by the manifest and the indexes so far; null when they do not name it. */
  sizeOf(hash: BlockHash): number | null;
  /** Whether the file is an index: its bytes have to be read to know what else may come. */
  isIndex(hash: BlockHash): boolean;
  hasPassed(hash: BlockHash): boolean;
  /**
   * Notes that a file is there. Those of an index are read.
   * @param bytes verified; may be null for a block.
   * @throws MalformedError, SnapshotRefusedError over an index.
   */
  pass(hash: BlockHash, bytes: Uint8Array<ArrayBuffer> | null): Promise<void>;
  /** Packs of which every file has passed. */
  wholePacks(): PackName[];
}

/** @throws MalformedError, SnapshotRefusedError over an index within the manifest. */
export function expectFiles(manifest: Manifest): ExpectedFiles {
  const sizes = new Map<BlockHash, number>();
  const indexes = new Map<SectionName, readonly BlockEntry[]>();
  const sectionsByIndex = new Map<BlockHash, SectionName[]>();
  const passed = new Set<BlockHash>();

  function name(section: SectionName, entries: readonly BlockEntry[]): void {
    const what = `index of ${section}`;
    verifyIndexTotals(manifest.sections[section], entries, what);
    for (const entry of entries) expectSize(entry, what);
    indexes.set(section, entries);
  }

  function expectSize({ hash, bytes }: { hash: BlockHash; bytes: number }, what: string): void {
    const known = sizes.get(hash);
    if (known !== undefined && known !== bytes) {
      throw new MalformedError(what, `file ${hash} has ${bytes} bytes here and ${known} elsewhere`);
    }
    sizes.set(hash, bytes);
  }

  for (const section of SECTION_NAMES) {
    const { index, entries, order } = manifest.sections[section];
    if (index === null) {
      name(section, decodeIndexEntries(order, entries ?? [], `index of ${section}`));
    } else {
      expectSize(index, `index of ${section}`);
      const sharing = sectionsByIndex.get(index.hash) ?? [];
      sectionsByIndex.set(index.hash, [...sharing, section]);
    }
  }

  async function readIndex(section: SectionName, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { index, order, codec } = manifest.sections[section];
    const what = `index of ${section}`;
    const raw = await unpack(codec, bytes, index?.rawBytes ?? 0, what);
    name(section, decodeIndexLines(order, decodeLines(raw, what), what));
  }

  function isWhole(section: SectionName): boolean {
    const { index } = manifest.sections[section];
    if (index !== null && !passed.has(index.hash)) return false;
    return indexes.get(section)?.every(({ hash }) => passed.has(hash)) === true;
  }

  return {
    sizeOf: (hash) => sizes.get(hash) ?? null,
    isIndex: (hash) => sectionsByIndex.has(hash),
    hasPassed: (hash) => passed.has(hash),
    async pass(hash, bytes) {
      for (const section of sectionsByIndex.get(hash) ?? []) {
        if (bytes === null) throw new Error(`Index ${hash} was passed over unread.`);
        await readIndex(section, bytes);
      }
      passed.add(hash);
    },
    wholePacks: () => PACK_NAMES.filter((pack) => sectionsOfPack(pack).every(isWhole)),
  };
}
