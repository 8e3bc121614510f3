/**
 * Which words of a title stand next to each other, as 48 bits a paper: positions for every word
 * would cost several times as much. Each pair of neighbours, and the pair of nothing and the first word,
 * sets one bit, chosen by a hash. A query asks for its own pairs: the right title has all their bits,
 * another some by chance.
 */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Bytes of a paper's bits. */
export const PAIR_BYTES = 6;
const PAIR_BITS = PAIR_BYTES * 8;

/** What stands before the first word. */
export const TITLE_START = '^';

/** Bit, 0 to 47, of two terms in this order: FNV-1a of `first`, a blank and `second`, its top bits mixed in. */
export function pairBit(first: string, second: string): number {
  let hash = addText(FNV_OFFSET, first);
  hash = Math.imul(hash ^ 0x20, FNV_PRIME);
  hash = addText(hash, second);
  return ((hash ^ (hash >>> 16) ^ (hash >>> 8)) >>> 0) % PAIR_BITS;
}

function addText(start: number, text: string): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  }
  return hash;
}

/** Sets the bits of a title's terms in the 6 bytes from `at`, lowest bit first. */
export function setPairBits(terms: readonly string[], bytes: Uint8Array, at: number): void {
  let before = TITLE_START;
  for (const term of terms) {
    const bit = pairBit(before, term);
    bytes[at + (bit >> 3)] = (bytes[at + (bit >> 3)] ?? 0) | (1 << (bit & 7));
    before = term;
  }
}
