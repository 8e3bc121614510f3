/** Slots for each word that there is room for: a table at most half full has short searches. */
const SLOTS_PER_WORD = 2;

/**
 * Numbers by word, where words are looked up as parts of a text. A `Map` would need each of them cut out
 * of the text and hashed by the engine, and took four times as long. Nothing is ever taken out.
 */
export class WordTable {
  /** Place of a word among those added, plus 1; 0 where there is none. Open addressing, linear. */
  #slots: Int32Array;
  #hashes: Uint32Array;
  #numbers: Int32Array;
  /** Where the characters of each word end among those of all; they begin where those before end. */
  #ends: Uint32Array;
  #characters: Uint16Array;
  #size = 0;

  /** @param words room for so many at first: a power of two. */
  constructor(words = 1 << 12) {
    this.#slots = new Int32Array(words * SLOTS_PER_WORD);
    this.#hashes = new Uint32Array(words);
    this.#numbers = new Int32Array(words);
    this.#ends = new Uint32Array(words);
    this.#characters = new Uint16Array(words * 8);
  }

  get size(): number {
    return this.#size;
  }

  /** The number of the word that stands in a text from `start` up to, not including, `end`; or -1. */
  get(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (place < 0) return -1;
      if (this.#hashes[place] === hash && this.#isAt(place, text, start, end)) {
        return this.#numbers[place] ?? -1;
      }
    }
  }

  /** Adds a word that is not there yet. @param number not negative. */
  add(word: string, number: number): void {
    if (this.#size === this.#numbers.length) this.#grow();
    const place = this.#size++;
    const hash = hashOf(word, 0, word.length);
    this.#hashes[place] = hash;
    this.#numbers[place] = number;
    this.#ends[place] = this.#append(word, this.#startOf(place));
    this.#occupy(place, hash);
  }

  #isAt(place: number, text: string, start: number, end: number): boolean {
    const own = this.#startOf(place);
    if ((this.#ends[place] ?? 0) - own !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.#characters[own + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #startOf(place: number): number {
    return place === 0 ? 0 : (this.#ends[place - 1] ?? 0);
  }

  #append(word: string, start: number): number {
    const end = start + word.length;
    if (end > this.#characters.length) {
      const more = new Uint16Array(Math.max(this.#characters.length * 2, end));
      more.set(this.#characters);
      this.#characters = more;
    }
    for (let at = 0; at < word.length; at++) this.#characters[start + at] = word.charCodeAt(at);
    return end;
  }

  #occupy(place: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = place + 1;
  }

  #grow(): void {
    const words = this.#numbers.length * 2;
    const [hashes, numbers, ends] = [this.#hashes, this.#numbers, this.#ends];
    this.#hashes = new Uint32Array(words);
    this.#hashes.set(hashes);
    this.#numbers = new Int32Array(words);
    this.#numbers.set(numbers);
    this.#ends = new Uint32Array(words);
    this.#ends.set(ends);
    this.#slots = new Int32Array(words * SLOTS_PER_WORD);
    for (const [place, hash] of hashes.entries()) this.#occupy(place, hash);
  }
}

/** FNV-1a over the code units, its high bits folded into the low ones that choose the slot. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
