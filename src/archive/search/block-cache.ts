import type { BlockHash } from '../../format/hash.ts';

/** Reads one block, unless it is kept. Reads of the same block at the same time are one. */
export type ReadThrough = (hash: BlockHash, read: () => Promise<Uint8Array>) => Promise<Uint8Array>;

/**
 * Keeps recently used blocks, least recently used thrown away first.
 * @param maxBytes unpacked bytes kept at most; the newest block is kept even if larger.
 */
export function createBlockCache(maxBytes: number): ReadThrough {
  const blocks = new Map<BlockHash, Promise<Uint8Array>>();
  const sizes = new Map<BlockHash, number>();
  let total = 0;

  function forget(hash: BlockHash): void {
    blocks.delete(hash);
    total -= sizes.get(hash) ?? 0;
    sizes.delete(hash);
  }

  function count(hash: BlockHash, bytes: number): void {
    sizes.set(hash, bytes);
    total += bytes;
    for (const oldest of blocks.keys()) {
      if (total <= maxBytes || oldest === hash) break;
      forget(oldest);
    }
  }

  return (hash, read) => {
    const kept = blocks.get(hash);
    if (kept !== undefined) {
      blocks.delete(hash);
      blocks.set(hash, kept);
      return kept;
    }
    const started = read();
    blocks.set(hash, started);
    started.then(
      (bytes) => {
        if (blocks.has(hash)) count(hash, bytes.byteLength);
      },
      () => forget(hash),
    );
    return started;
  };
}
