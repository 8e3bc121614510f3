import { unpack } from '../../format/codec.ts';
import { verifyHash, type BlockHash } from '../../format/hash.ts';
import { fileOnHost, type HostedFile } from '../../format/hosted-file.ts';
import { decodeLines } from '../../format/lines.ts';
import {
  parseManifest,
  type Manifest,
  type NamedSection,
  type PackedFile,
} from '../../format/manifest.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  type BlockEntry,
} from '../../format/section-index.ts';
import { blockPath, MANIFEST_FILE } from '../../format/version.ts';

/** A finished snapshot as it lies in a folder. What it gives is verified; what is not right is thrown. */
export interface SnapshotFolder {
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  readIndex(named: NamedSection): Promise<BlockEntry[]>;
  /** Unpacked; null when the section has none. */
  readDictionary(named: NamedSection): Promise<Uint8Array | null>;
  /** Unpacked. */
  readBlock(
    named: NamedSection,
    entry: PackedFile,
    dictionary: Uint8Array | null,
  ): Promise<Uint8Array>;
  /** As it lies there, packed. */
  readPacked(file: HostedFile): Promise<Uint8Array<ArrayBuffer>>;
}

/** Files that are kept in memory: the blocks of a volume are asked for one after the other. */
const KEPT_FILES = 3;

/** @param read reads a file by its path within the snapshot. */
export async function openSnapshotFolder(
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<SnapshotFolder> {
  const manifestBytes = await read(MANIFEST_FILE);
  const kept = new Map<BlockHash, Promise<Uint8Array<ArrayBuffer>>>();

  async function readVerified({ hash, bytes }: HostedFile): Promise<Uint8Array<ArrayBuffer>> {
    const found = await read(blockPath(hash));
    if (found.byteLength !== bytes) {
      throw new Error(`File ${hash} has ${found.byteLength} bytes, where ${bytes} were expected`);
    }
    await verifyHash(found, hash);
    return found;
  }

  function readFile(file: HostedFile): Promise<Uint8Array<ArrayBuffer>> {
    const known = kept.get(file.hash);
    if (known !== undefined) return known;
    const started = readVerified(file);
    kept.set(file.hash, started);
    for (const oldest of kept.keys()) {
      if (kept.size > KEPT_FILES) kept.delete(oldest);
    }
    return started;
  }

  async function readPacked(file: HostedFile): Promise<Uint8Array<ArrayBuffer>> {
    const whole = await readFile(fileOnHost(file));
    if (file.place === undefined) return whole;
    const { offset } = file.place;
    const bytes = whole.slice(offset, offset + file.bytes);
    await verifyHash(bytes, file.hash);
    return bytes;
  }

  async function readRaw(
    { section }: NamedSection,
    file: PackedFile,
    what: string,
    dictionary: Uint8Array | null = null,
  ): Promise<Uint8Array> {
    return unpack(section.codec, await readPacked(file), file.rawBytes, what, dictionary);
  }

  return {
    manifestBytes,
    manifest: parseManifest(manifestBytes),
    async readIndex(named) {
      const { order, index, entries } = named.section;
      const what = `index of ${named.name}`;
      if (index === null) return decodeIndexEntries(order, entries ?? [], what);
      return decodeIndexLines(order, decodeLines(await readRaw(named, index, what), what), what);
    },
    async readDictionary(named) {
      const { dictionary } = named.section;
      if (dictionary === undefined) return null;
      return readRaw(named, dictionary, `dictionary of ${named.name}`);
    },
    readBlock(named, entry, dictionary) {
      return readRaw(named, entry, `block ${entry.hash} of ${named.name}`, dictionary);
    },
    readPacked,
  };
}
