/** Sizes of a section's blocks before packing, in bytes. */
export interface BlockSizes {
  /** What most blocks come near to. */
  readonly target: number;
}

/** A block ends at half its target at the earliest and at 1.6 times its target at the latest. */
const MIN_SHARE = 0.5;
const MAX_SHARE = 1.6;

/**
 * Blocks that are often read from the device are best no larger. Chromium keeps values of its database from
 * 64 KiB on apart, as blobs: a block of 63 kB is read in 0.5 ms, one of 70 kB in 1.2 ms.
 */
export const QUICK_BLOCK_BYTES = 62_000;
/** Target of blocks of at most so many bytes. */
export const QUICK_BLOCK_TARGET = QUICK_BLOCK_BYTES / MAX_SHARE;

/** Mean distance to the next end, in targets: far before the target, near after it. */
const EARLY_GAP = 1.5;
const LATE_GAP = 0.3;

/**
 * Decides where blocks end, at places that depend on the records nearby: after a record whose key's
 * hash is small for its size. When records are added elsewhere, the ends soon fall on the same
 * records as before, and the blocks between are shared with the older snapshot.
 */
export class BlockCutter {
  readonly #target: number;
  #bytes = 0;

  constructor({ target }: BlockSizes) {
    this.#target = target;
  }

  /**
   * Takes the next record.
   * @returns whether the block ends before it, and whether it ends after it.
   */
  add(key: string, bytes: number): { endsBefore: boolean; endsAfter: boolean } {
    const endsBefore = this.#bytes > 0 && this.#bytes + bytes > this.#target * MAX_SHARE;
    if (endsBefore) this.#bytes = 0;
    this.#bytes += bytes;
    const endsAfter = this.#isEnd(key, bytes);
    if (endsAfter) this.#bytes = 0;
    return { endsBefore, endsAfter };
  }

  #isEnd(key: string, bytes: number): boolean {
    if (this.#bytes < this.#target * MIN_SHARE) return false;
    const gap = this.#target * (this.#bytes < this.#target ? EARLY_GAP : LATE_GAP);
    return hash32(key) / 2 ** 32 < bytes / gap;
  }
}

/** FNV-1a over the code units with a last mixing step, so that all bits depend on all of the key. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
