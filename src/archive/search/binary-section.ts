import type { AnySectionName, ManifestSection } from '../../format/manifest.ts';
import { decodeLines } from '../../format/lines.ts';
import { MalformedError } from '../../format/errors.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  findBlockByNumber,
  verifyIndexTotals,
  type BlockEntry,
} from '../../format/section-index.ts';
import type { ReadFile } from '../block-reader.ts';
import type { ReadThrough } from './block-cache.ts';

/** A section of the search index: its blocks, and for sections of bytes any part of it. */
export interface BinarySection {
  readonly entries: readonly BlockEntry[];
  readBlock(place: number): Promise<Uint8Array>;
  /** Bytes from a place on, out of as many blocks as they lie in. */
  readBytes(offset: number, bytes: number): Promise<Uint8Array>;
}

/** Opens a section by reading its index. */
export async function openBinarySection(
  name: AnySectionName,
  section: ManifestSection,
  readFile: ReadFile<Uint8Array>,
  cache: ReadThrough,
): Promise<BinarySection> {
  const { order, index, codec, pack } = section;
  const what = `index of ${name}`;
  const entries =
    index === null
      ? decodeIndexEntries(order, section.entries ?? [], what)
      : decodeIndexLines(
          order,
          decodeLines(await readFile({ ...index, codec }, pack, what), what),
          what,
        );

  verifyIndexTotals(section, entries, what);

  function read(entry: BlockEntry): Promise<Uint8Array> {
    return cache(entry.hash, () =>
      readFile({ ...entry, codec }, pack, `block ${entry.hash} of ${name}`),
    );
  }

  async function readParts(offset: number, bytes: number): Promise<Uint8Array[]> {
    // Before anything is read: a wrong size could ask for every block there is.
    if (offset + bytes > section.records) {
      const wanted = `bytes ${offset} to ${offset + bytes} were asked for`;
      throw new MalformedError(`section ${name}`, `it has ${section.records} bytes; ${wanted}`);
    }
    const reads: Promise<Uint8Array>[] = [];
    for (let at = offset; at < offset + bytes;) {
      const entry = findBlockByNumber(entries, at);
      if (entry === null) {
        throw new MalformedError(`section ${name}`, `it has no byte ${at}, which was asked for`);
      }
      const from = at - entry.firstNumber;
      const to = Math.min(entry.rawBytes, offset + bytes - entry.firstNumber);
      reads.push(read(entry).then((block) => block.subarray(from, to)));
      at = entry.firstNumber + entry.rawBytes;
    }
    return Promise.all(reads);
  }

  return {
    entries,
    readBlock(place) {
      const entry = entries[place];
      if (entry === undefined) throw new MalformedError(`section ${name}`, `no block ${place}`);
      return read(entry);
    },
    async readBytes(offset, bytes) {
      const parts = await readParts(offset, bytes);
      const [only] = parts;
      return parts.length === 1 && only !== undefined ? only : joinParts(parts, bytes);
    },
  };
}

function joinParts(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  const joined = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}
