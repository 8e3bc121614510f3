import type { BlockHash } from '../format/hash.ts';

/** The lines of recently used blocks, least recently used thrown away first. */
export interface LineCache {
  get(hash: BlockHash): readonly string[] | undefined;
  /** @param rawBytes unpacked size, what the entry counts against the limit. */
  set(hash: BlockHash, lines: readonly string[], rawBytes: number): void;
}

/** @param maxRawBytes unpacked bytes kept at most; the newest entry is kept even if larger. */
export function createLineCache(maxRawBytes: number): LineCache {
  // A Map iterates in order of insertion: the first key is the least recently used.
  const entries = new Map<BlockHash, { lines: readonly string[]; rawBytes: number }>();
  let total = 0;
  return {
    get(hash) {
      const entry = entries.get(hash);
      if (entry === undefined) return undefined;
      entries.delete(hash);
      entries.set(hash, entry);
      return entry.lines;
    },
    set(hash, lines, rawBytes) {
      if (entries.has(hash)) return;
      entries.set(hash, { lines, rawBytes });
      total += rawBytes;
      for (const [oldest, entry] of entries) {
        if (total <= maxRawBytes || oldest === hash) break;
        entries.delete(oldest);
        total -= entry.rawBytes;
      }
    },
  };
}
