import type { Codec } from '../../src/format/codec.ts';
import { hashBytes, type BlockHash } from '../../src/format/hash.ts';
import type { HostedFile } from '../../src/format/hosted-file.ts';
import { encodeKeyedLine, encodeNumberedLine } from '../../src/format/lines.ts';
import {
  LATER_SECTIONS,
  RECORD_SECTION_NAMES,
  RECORD_SECTIONS,
  type Manifest,
  type PackedFile,
  type RecordSectionName,
} from '../../src/format/manifest.ts';
import { encodeIndexEntries, type BlockEntry } from '../../src/format/section-index.ts';
import {
  blockPath,
  FORMAT_VERSION,
  MANIFEST_FILE,
  SNAPSHOT_MAGIC,
} from '../../src/format/version.ts';
import { storeAsZstd } from './stored-zstd.ts';

/** A snapshot in memory: what a host would serve. */
export interface MadeSnapshot {
  readonly id: BlockHash;
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  /** By path inside the snapshot, `snapshot.json` included. */
  readonly files: Record<string, Uint8Array<ArrayBuffer>>;
  /** Blocks of each section, in order. */
  readonly blocks: Readonly<Record<RecordSectionName, readonly BlockEntry[]>>;
}

export interface SnapshotRecipe {
  /** Records by section; key-ordered ones as [key, record], ascending. */
  readonly records?: Partial<Record<RecordSectionName, readonly unknown[]>>;
  readonly recordsPerBlock?: number;
  /** Blocks of a volume; left out, each block is a file. */
  readonly blocksPerVolume?: number;
  readonly date?: string;
  /** Dictionary of the abstracts, which are files of zstd then. */
  readonly dictionary?: string;
}

/** Bytes of a part of a made snapshot, as a host would send them. */
export function bytesOf(
  { files }: Pick<MadeSnapshot, 'files'>,
  { hash, bytes, place }: HostedFile,
): Uint8Array<ArrayBuffer> {
  const file = files[blockPath(place?.volume.hash ?? hash)]!;
  const start = place?.offset ?? 0;
  return file.slice(start, start + bytes);
}

/** Writes a snapshot as docs/format.md says, nothing made smaller, apart from the builder's own code. */
export async function makeSnapshot(recipe: SnapshotRecipe = {}): Promise<MadeSnapshot> {
  const { records = {}, recordsPerBlock = 2, date = '2025-07-28', dictionary } = recipe;
  const { blocksPerVolume = 1 } = recipe;
  const files: Record<string, Uint8Array<ArrayBuffer>> = {};
  const sections: Partial<Record<RecordSectionName, Manifest['sections'][RecordSectionName]>> = {};
  const blocks: Partial<Record<RecordSectionName, BlockEntry[]>> = {};

  async function put(text: string, codec: Codec): Promise<PackedFile> {
    const raw = new TextEncoder().encode(text);
    const bytes = codec === 'zstd' ? storeAsZstd(raw) : raw;
    const hash = await hashBytes(bytes);
    files[blockPath(hash)] = bytes;
    return { hash, bytes: bytes.byteLength, rawBytes: raw.byteLength };
  }

  /** Moves blocks from files of their own to volumes; a last one that is left alone stays. */
  async function joinBlocks(entries: BlockEntry[]): Promise<void> {
    for (let start = 0; start + 1 < entries.length; start += blocksPerVolume) {
      const group = entries.slice(start, start + blocksPerVolume);
      const parts = group.map(({ hash }) => files[blockPath(hash)]!);
      const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
      const hash = await hashBytes(whole);
      const volume = { hash, bytes: whole.byteLength, blocks: group.length };
      let offset = 0;
      for (const [place, entry] of group.entries()) {
        delete files[blockPath(entry.hash)];
        entries[start + place] = { ...entry, place: { volume, offset } };
        offset += entry.bytes;
      }
      files[blockPath(hash)] = whole;
    }
  }

  for (const name of RECORD_SECTION_NAMES) {
    if (records[name] === undefined && name in LATER_SECTIONS) continue;
    const { pack, order } = RECORD_SECTIONS[name];
    const own = records[name] ?? [];
    const isPacked = name === 'abstracts' && dictionary !== undefined;
    const codec = isPacked ? 'zstd' : 'none';
    const entries: BlockEntry[] = [];
    for (let start = 0; start < own.length; start += recordsPerBlock) {
      const slice = own.slice(start, start + recordsPerBlock);
      const lines = slice.map((record) =>
        order === 'key'
          ? encodeKeyedLine(...(record as [string, unknown]))
          : encodeNumberedLine(record),
      );
      const file = await put(lines.join(''), codec);
      const firstKey = order === 'key' ? (slice[0] as [string, unknown])[0] : '';
      entries.push({ ...file, records: slice.length, firstNumber: start, firstKey });
    }
    if (blocksPerVolume > 1) await joinBlocks(entries);
    blocks[name] = entries;
    sections[name] = {
      pack,
      order,
      records: own.length,
      blocks: entries.length,
      codec,
      bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
      index: await put(encodeIndexEntries(order, entries).map(encodeNumberedLine).join(''), codec),
      ...(isPacked && { dictionary: await put(dictionary, codec) }),
    };
  }

  const manifest: Manifest = {
    magic: SNAPSHOT_MAGIC,
    version: FORMAT_VERSION,
    date,
    licence: 'CC-BY-SA-4.0',
    attribution: 'Papers with Code',
    counts: {
      areas: 0,
      tasks: 0,
      boards: records.boards?.length ?? 0,
      rows: 0,
      papers: records.papers?.length ?? 0,
      papersWithCode: 0,
      datasets: 0,
      methods: 0,
    },
    sections: sections as Manifest['sections'],
  };
  const manifestBytes = new TextEncoder().encode(JSON.stringify(manifest));
  files[MANIFEST_FILE] = manifestBytes;
  return {
    id: await hashBytes(manifestBytes),
    manifestBytes,
    manifest,
    files,
    blocks: blocks as Record<RecordSectionName, BlockEntry[]>,
  };
}
