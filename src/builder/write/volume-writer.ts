import { hashBytes } from '../../format/hash.ts';
import type { BlockEntry } from '../../format/section-index.ts';
import { blockPath } from '../../format/version.ts';
import { BlockCutter } from './block-cutter.ts';

/** Most volumes come near to it, none has more than 1.6 times as many bytes. */
const VOLUME_BYTES = 1_000_000;

/**
 * Writes the blocks of a section, end to end in volumes: a file of its own for each would make an
 * install thousands of requests (docs/decisions/0020). Where a volume ends depends on its blocks alone, so
 * that a later snapshot shares most of them.
 */
export class VolumeWriter {
  readonly #write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly #cutter = new BlockCutter({ target: VOLUME_BYTES });
  readonly #entries: BlockEntry[] = [];
  #waiting: { readonly entry: BlockEntry; readonly packed: Uint8Array<ArrayBuffer> }[] = [];

  /** @param write writes a file by its path within the snapshot. */
  constructor(write: (path: string, bytes: Uint8Array) => Promise<void>) {
    this.#write = write;
  }

  /** Adds the next block, packed. */
  async add(entry: BlockEntry, packed: Uint8Array<ArrayBuffer>): Promise<void> {
    const { endsBefore, endsAfter } = this.#cutter.add(entry.hash, entry.bytes);
    if (endsBefore) await this.#endVolume();
    this.#waiting.push({ entry, packed });
    if (endsAfter) await this.#endVolume();
  }

  /** @returns all blocks, with their places. */
  async finish(): Promise<readonly BlockEntry[]> {
    await this.#endVolume();
    return this.#entries;
  }

  async #endVolume(): Promise<void> {
    const blocks = this.#waiting;
    this.#waiting = [];
    const [only] = blocks;
    if (only === undefined) return;
    if (blocks.length === 1) {
      await this.#write(blockPath(only.entry.hash), only.packed);
      this.#entries.push(only.entry);
      return;
    }
    const bytes = joinBytes(blocks.map(({ packed }) => packed));
    const hash = await hashBytes(bytes);
    const volume = { hash, bytes: bytes.byteLength, blocks: blocks.length };
    await this.#write(blockPath(hash), bytes);
    let offset = 0;
    for (const { entry } of blocks) {
      this.#entries.push({ ...entry, place: { volume, offset } });
      offset += entry.bytes;
    }
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined;
}
