import { unpack } from '../codec.ts';
import { MalformedError } from '../errors.ts';
import type { BlockHash } from '../hash.ts';
import { decodeLines } from '../lines.ts';
import {
  filesBesideBlocks,
  listSections,
  PACK_NAMES,
  sectionsOfPack,
  type Manifest,
  type NamedSection,
  type PackedFile,
  type PackName,
} from '../manifest.ts';
import { groupByFile, type BundleEntry } from './bundle-file.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  verifyIndexTotals,
  type BlockEntry,
} from '../section-index.ts';

/** What an archive file may hold, known as far as its indexes have been read. */
export interface ExpectedFiles {
  /** A file by the manifest and the indexes so far; null when they do not name it. */
  find(hash: BlockHash): BundleEntry | null;
  /** Whether the part is an index: its bytes have to be read to know what else may come. */
  isIndex(hash: BlockHash): boolean;
  /**
   * Notes that a part of a file is there. Those of an index are read.
   * @param bytes verified; may be null for a block.
   * @throws MalformedError, SnapshotRefusedError over an index.
   */
  pass(hash: BlockHash, bytes: Uint8Array<ArrayBuffer> | null): Promise<void>;
  /** Packs of which every file has passed. */
  wholePacks(): PackName[];
}

/** @throws MalformedError, SnapshotRefusedError over an index within the manifest. */
export function expectFiles(manifest: Manifest): ExpectedFiles {
  const files = new Map<BlockHash, BundleEntry>();
  const indexes = new Map<NamedSection['name'], readonly BlockEntry[]>();
  const sectionsByIndex = new Map<BlockHash, NamedSection[]>();
  const passed = new Set<BlockHash>();

  function note({ name, section }: NamedSection, entries: readonly BlockEntry[]): void {
    const what = `index of ${name}`;
    verifyIndexTotals(section, entries, what);
    for (const file of groupByFile(entries)) expectFile(file, what);
    indexes.set(name, entries);
  }

  function expectFile(file: BundleEntry, what: string): void {
    const known = files.get(file.hash);
    if (known !== undefined && !isSame(known, file)) {
      const describe = ({ bytes, parts }: BundleEntry) =>
        `${bytes} bytes in ${parts.length} blocks`;
      const detail = `file ${file.hash} has ${describe(file)} here and ${describe(known)} elsewhere`;
      throw new MalformedError(what, detail);
    }
    files.set(file.hash, file);
  }

  function expectNamed(file: PackedFile, what: string): void {
    expectFile({ ...file, parts: [file] }, what);
  }

  for (const named of listSections(manifest)) {
    const { index, dictionary, entries, order } = named.section;
    const what = `index of ${named.name}`;
    if (dictionary !== undefined) expectNamed(dictionary, `dictionary of ${named.name}`);
    if (index === null) {
      note(named, decodeIndexEntries(order, entries ?? [], what));
    } else {
      expectNamed(index, what);
      const sharing = sectionsByIndex.get(index.hash) ?? [];
      sectionsByIndex.set(index.hash, [...sharing, named]);
    }
  }

  async function readIndex(named: NamedSection, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { index, order, codec } = named.section;
    const what = `index of ${named.name}`;
    const raw = await unpack(codec, bytes, index?.rawBytes ?? 0, what);
    note(named, decodeIndexLines(order, decodeLines(raw, what), what));
  }

  function isWhole({ name, section }: NamedSection): boolean {
    if (filesBesideBlocks(section).some(({ hash }) => !passed.has(hash))) return false;
    return indexes.get(name)?.every(({ hash }) => passed.has(hash)) === true;
  }

  return {
    find: (hash) => files.get(hash) ?? null,
    isIndex: (hash) => sectionsByIndex.has(hash),
    async pass(hash, bytes) {
      for (const named of sectionsByIndex.get(hash) ?? []) {
        if (bytes === null) throw new Error(`Index ${hash} was passed over unread.`);
        await readIndex(named, bytes);
      }
      passed.add(hash);
    },
    wholePacks: () => PACK_NAMES.filter((pack) => sectionsOfPack(manifest, pack).every(isWhole)),
  };
}

function isSame(one: BundleEntry, other: BundleEntry): boolean {
  return (
    one.bytes === other.bytes &&
    one.parts.length === other.parts.length &&
    one.parts.every(({ hash }, place) => hash === other.parts[place]?.hash)
  );
}
