/** Bytes of the pieces of text that are counted. */
const GRAM_BYTES = 8;
/** Bits of the table of their counts; grams that fall together share one. */
const TABLE_BITS = 20;
/** Bytes of a passage that is taken whole. Shorter ones would each say less than half of a sentence. */
const PASSAGE_BYTES = 200;
/** Each part of the sample gives so many passages before the first gives another, if it can. */
const PASSAGES_A_PART = 4;

/**
 * Chooses the passages of a sample that hold what is most often in it, for a packer to refer to. After
 * FastCover of zstd (github.com/facebook/zstd, lib/dictBuilder), itself after "Effective Construction of
 * Relative Lempel-Ziv Dictionaries" (Liao, Petri, Moffat, Wirth, 2016): the sample is gone through part by
 * part, and each time the passage is taken whose 8-byte grams are the most frequent ones, counted once and
 * only as far as no passage before has them.
 *
 * The same sample gives the same bytes.
 *
 * @returns at most `bytes` bytes, the best passages last, where they are cheapest to refer to. Fewer when
 *   the sample is used up.
 */
export function trainDictionary(sample: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const grams = hashGrams(sample);
  const chooser = new PassageChooser(grams);
  const parts = Math.max(1, Math.floor(bytes / PASSAGE_BYTES / PASSAGES_A_PART));
  const partGrams = Math.floor(grams.length / parts);
  const dictionary = new Uint8Array(bytes);
  let free = bytes;
  let isUsedUp = false;
  while (free > 0 && !isUsedUp) {
    isUsedUp = true;
    for (let part = 0; part < parts && free > 0; part++) {
      const start = chooser.take(part * partGrams, (part + 1) * partGrams);
      if (start === null) continue;
      isUsedUp = false;
      const length = Math.min(PASSAGE_BYTES, free, sample.byteLength - start);
      free -= length;
      dictionary.set(sample.subarray(start, start + length), free);
    }
  }
  return dictionary.slice(free);
}

/** Grams of a passage. */
const PASSAGE_GRAMS = PASSAGE_BYTES - GRAM_BYTES + 1;

class PassageChooser {
  readonly #grams: Uint32Array;
  /** How often each gram is in the sample; 0 once a passage with it was taken. */
  readonly #counts = new Uint32Array(1 << TABLE_BITS);
  /** How often each gram is in the passage that is looked at. */
  readonly #inside = new Uint16Array(1 << TABLE_BITS);

  constructor(grams: Uint32Array) {
    this.#grams = grams;
    for (const gram of grams) this.#counts[gram] = (this.#counts[gram] ?? 0) + 1;
  }

  /** Takes the best passage within a part, given as places of grams. null when it tells nothing new. */
  take(begin: number, end: number): number | null {
    const grams = this.#grams;
    const counts = this.#counts;
    const inside = this.#inside;
    let score = 0;
    let best = 0;
    let bestStart = begin;
    let start = begin;
    for (let at = begin; at < end; at++) {
      const gram = grams[at] ?? 0;
      const times = inside[gram] ?? 0;
      inside[gram] = times + 1;
      if (times === 0) score += counts[gram] ?? 0;
      if (at - start === PASSAGE_GRAMS) {
        const left = grams[start++] ?? 0;
        const rest = (inside[left] ?? 0) - 1;
        inside[left] = rest;
        if (rest === 0) score -= counts[left] ?? 0;
      }
      if (score > best) {
        best = score;
        bestStart = start;
      }
    }
    for (; start < end; start++) inside[grams[start] ?? 0] = 0;
    if (best === 0) return null;
    const bestEnd = Math.min(bestStart + PASSAGE_GRAMS, grams.length);
    for (let at = bestStart; at < bestEnd; at++) counts[grams[at] ?? 0] = 0;
    return bestStart;
  }
}

/** The place in the table of counts of the gram that begins at each byte. */
function hashGrams(sample: Uint8Array): Uint32Array {
  const view = new DataView(sample.buffer, sample.byteOffset, sample.byteLength);
  const grams = new Uint32Array(Math.max(0, sample.byteLength - GRAM_BYTES + 1));
  for (let at = 0; at < grams.length; at++) {
    let hash =
      Math.imul(view.getUint32(at, true), 0x9e3779b1) ^
      Math.imul(view.getUint32(at + 4, true), 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    grams[at] = (hash ^ (hash >>> 13)) >>> (32 - TABLE_BITS);
  }
  return grams;
}
