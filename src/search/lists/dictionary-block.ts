import { MalformedError } from '../../format/errors.ts';
import { MAX_SEGMENTS } from '../segments.ts';
import { MAX_IMPACT } from './posting-list.ts';

/** Lists of at most so many postings stand in the dictionary itself. */
export const MAX_INLINE_POSTINGS = 3;

/**
 * A term with fewer postings in a segment has no list there. They stand in the list of the last segment: that one is
 * written anew anyway, and so most terms have one list.
 */
export const LEAST_SEGMENT_POSTINGS = 16;

/** Some postings of a term, and where they are. */
export type TermList =
  | {
      readonly kind: 'inline';
      /** Segment whose first document is 0 here. */
      readonly base: number;
      readonly documents: readonly number[];
      readonly impacts: readonly number[];
    }
  | {
      readonly kind: 'stored';
      /** Segment among whose lists it is. */
      readonly segment: number;
      /** Segment from whose first document its gaps count. */
      readonly base: number;
      readonly frequency: number;
      /** Place among the lists of the segment. */
      readonly offset: number;
      readonly bytes: number;
    };

export interface TermEntry {
  readonly term: string;
  /** Documents that have the term. */
  readonly frequency: number;
  /** Those of segments, in their order, and what is left. */
  readonly lists: readonly TermList[];
}

/** Every so many terms one is written whole, and found by the table at the end of the block. */
export const RESTART_TERMS = 32;
/** Place of a restart in the block. */
export const RESTART_BYTES = 2;

/** Longest term, in characters: the limit of keys. */
const MAX_TERM_BYTES = 200;

/**
 * Walks over the terms of a block without making strings of them.
 *
 * After `next()` the term is the first `length` bytes of `term`; the first `shared` of them are those that
 * stood there before. `entry()` reads the rest of the term that the cursor stands at.
 */
export class DictionaryCursor {
  readonly term = new Uint8Array(MAX_TERM_BYTES);
  length = 0;
  shared = 0;
  frequency = 0;

  readonly #block: Uint8Array;
  readonly #segments: number;
  /** Where the terms begin; where they end and the table of restarts begins. */
  readonly #start: number;
  readonly #end: number;
  readonly #restarts: number;
  #at = 0;
  /** The restart behind which the cursor is, and the terms before the next one. */
  #restart = -1;
  #untilRestart = 0;
  #listsAt = 0;
  /** Places among the lists of each segment, at a place of the block behind a restart. */
  readonly #offsets: number[] = [];
  #offsetsAt = Infinity;
  #offsetsRestart = -1;

  constructor(block: Uint8Array) {
    this.#block = block;
    this.#restarts = this.#uint16(block.byteLength - 2);
    this.#end = block.byteLength - 2 - this.#restarts * RESTART_BYTES;
    if (this.#end < 1) throw badBlock();
    this.#segments = this.#byte();
    if (this.#segments < 1 || this.#segments > MAX_SEGMENTS) throw badBlock();
    this.#passVarints(this.#segments);
    this.#start = this.#at;
  }

  /**
   * Goes to a place from which `next` soon comes to a term, or to where it would stand: at most 32 terms
   * before it.
   */
  seek(term: string): void {
    let low = 0;
    let high = this.#restarts;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compareAt(middle, term) <= 0) low = middle + 1;
      else high = middle;
    }
    this.#goTo(Math.max(0, low - 1));
  }

  /** The entry of a term, to which the cursor goes; null when the block has none. @throws MalformedError */
  find(term: string): TermEntry | null {
    this.seek(term);
    while (this.next()) {
      const order = compareTerm(this, term);
      if (order === 0) return this.entry();
      if (order > 0) return null;
    }
    return null;
  }

  /** Goes before the whole term at a restart. */
  #goTo(restart: number): void {
    this.#at = this.#placeOf(restart);
    this.#restart = restart - 1;
    this.#untilRestart = 0;
  }

  #placeOf(restart: number): number {
    if (restart >= this.#restarts) throw badBlock();
    const place = this.#uint16(this.#end + restart * RESTART_BYTES);
    if (place < this.#start || place >= this.#end) throw badBlock();
    return place;
  }

  /** Goes to the characters of the whole term at a restart; returns how many they are. */
  #goToLetters(restart: number): number {
    this.#at = this.#placeOf(restart);
    this.#passVarints(this.#segments + 1);
    return this.#varint();
  }

  /** -1, 0 or 1: how the whole term at a restart stands to a text. */
  #compareAt(restart: number, text: string): number {
    const length = this.#goToLetters(restart);
    const most = Math.min(length, text.length);
    for (let index = 0; index < most; index++) {
      const difference = (this.#block[this.#at + index] ?? 0) - text.charCodeAt(index);
      if (difference !== 0) return Math.sign(difference);
    }
    return Math.sign(length - text.length);
  }

  /** Whether there is such a restart, and its term is one that `nextFrom` passes over. */
  #isPassed(restart: number, prefix: number, letter: number): boolean {
    if (restart >= this.#restarts) return false;
    const length = this.#goToLetters(restart);
    for (let index = 0; index < prefix; index++) {
      if (index >= length || this.#block[this.#at + index] !== this.term[index]) return false;
    }
    return length === prefix || (this.#block[this.#at + prefix] ?? 0) < letter;
  }

  #uint16(at: number): number {
    if (at < 0 || at + 2 > this.#block.byteLength) throw badBlock();
    return (this.#block[at] ?? 0) | ((this.#block[at + 1] ?? 0) << 8);
  }

  /** Goes to the next term; false at the end. @throws MalformedError */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const isWhole = this.#untilRestart === 0;
    if (isWhole) this.#passRestart();
    this.#untilRestart--;
    const shared = this.#varint();
    const suffix = this.#varint();
    const length = shared + suffix;
    if (shared > (isWhole ? 0 : this.length) || length > MAX_TERM_BYTES || length === 0) {
      throw badBlock();
    }
    this.shared = isWhole ? this.#sharedLetters(length) : shared;
    // A loop: for a few bytes it is quicker than a view and a copy.
    for (let index = 0; index < suffix; index++) {
      this.term[shared + index] = this.#block[this.#at + index] ?? 0;
    }
    this.#at += suffix;
    this.length = length;
    this.frequency = this.#varint();
    if (this.frequency === 0) throw badBlock();
    this.#listsAt = this.#at;
    this.#passLists(this.frequency);
    if (this.#at > this.#end) throw badBlock();
    return true;
  }

  /**
   * Goes to the next term that has other characters than this one among the first `prefix`, or behind those
   * `letter` or a later one; false at the end. This one's character there has to come before `letter`, or be none.
   * Of the terms between it reads little, and nothing of those before the last restart among them.
   * @throws MalformedError
   */
  nextFrom(prefix: number, letter: number): boolean {
    this.#passRestarts(prefix, letter);
    while (this.#untilRestart > 0 && this.#at < this.#end) {
      const at = this.#at;
      const shared = this.#varint();
      const letters = this.#varint();
      const isPassed =
        shared > prefix || (shared === prefix && (this.#block[this.#at] ?? 0) < letter);
      if (!isPassed) {
        this.#at = at;
        break;
      }
      this.#untilRestart--;
      this.#at += letters;
      this.#passLists(this.#varint());
    }
    if (this.#at > this.#end) throw badBlock();
    return this.next();
  }

  /** Goes to the term at the last restart that `nextFrom` passes over, if there is one that follows. */
  #passRestarts(prefix: number, letter: number): void {
    const at = this.#at;
    let restart = this.#restart;
    let step = 1;
    while (this.#isPassed(restart + step, prefix, letter)) {
      restart += step;
      step *= 2;
    }
    for (step >>= 1; step > 0; step >>= 1) {
      if (this.#isPassed(restart + step, prefix, letter)) restart += step;
    }
    this.#at = at;
    if (restart === this.#restart) return;
    this.#goTo(restart);
    this.next();
  }

  #passRestart(): void {
    this.#restart++;
    if (this.#at !== this.#placeOf(this.#restart)) throw badBlock();
    this.#passVarints(this.#segments);
    this.#untilRestart = RESTART_TERMS;
  }

  /** Characters that the whole term at this place of the block begins with and that are in `term` already. */
  #sharedLetters(length: number): number {
    let shared = 0;
    while (shared < length && this.term[shared] === this.#block[this.#at + shared]) shared++;
    return shared;
  }

  /** The term as text. */
  text(): string {
    return String.fromCharCode(...this.term.subarray(0, this.length));
  }

  /** @throws MalformedError */
  entry(): TermEntry {
    const at = this.#at;
    const lists = this.#findLists();
    this.#at = at;
    return { term: this.text(), frequency: this.frequency, lists };
  }

  /** Reads the lists of the term: where they are follows from those of the terms since the restart. */
  #findLists(): TermList[] {
    if (this.#offsetsRestart !== this.#restart || this.#offsetsAt > this.#listsAt) {
      this.#readOffsets();
    }
    this.#at = this.#offsetsAt;
    for (;;) {
      this.#varint();
      this.#passLetters();
      const frequency = this.#varint();
      const isOwn = this.#at === this.#listsAt;
      const lists = this.#readLists(frequency);
      this.#offsetsAt = this.#at;
      if (isOwn) return lists;
      if (this.#at > this.#listsAt) throw badBlock();
    }
  }

  #readOffsets(): void {
    this.#at = 1;
    for (let segment = 0; segment < this.#segments; segment++) {
      this.#offsets[segment] = this.#varint();
    }
    this.#at = this.#placeOf(this.#restart);
    for (let segment = 0; segment < this.#segments; segment++) {
      this.#offsets[segment] = (this.#offsets[segment] ?? 0) + this.#varint();
    }
    this.#offsetsRestart = this.#restart;
    this.#offsetsAt = this.#at;
  }

  #readLists(frequency: number): TermList[] {
    const lists: TermList[] = [];
    let left = frequency;
    let base = 0;
    const last = this.#segments - 1;
    if (left >= LEAST_SEGMENT_POSTINGS) {
      const mask = this.#byte();
      if (mask >> last !== 0) throw badBlock();
      for (let segment = 0; mask >> segment !== 0; segment++) {
        if (((mask >> segment) & 1) === 0) continue;
        const listed = this.#varint();
        left -= listed;
        if (listed <= MAX_INLINE_POSTINGS || left < 0) throw badBlock();
        lists.push(this.#readStored(segment, segment, listed));
        if (base === segment) base++;
      }
    }
    if (left > MAX_INLINE_POSTINGS) lists.push(this.#readStored(last, base, left));
    else if (left > 0) lists.push(this.#readInline(base, left));
    return lists;
  }

  #readStored(segment: number, base: number, frequency: number): TermList {
    const bytes = this.#varint();
    const offset = this.#offsets[segment] ?? 0;
    this.#offsets[segment] = offset + bytes;
    return { kind: 'stored', segment, base, frequency, offset, bytes };
  }

  #readInline(base: number, frequency: number): TermList {
    const documents: number[] = [];
    const impacts: number[] = [];
    let document = -1;
    for (let index = 0; index < frequency; index++) {
      document += this.#varint() + 1;
      const impact = this.#byte();
      if (impact < 1 || impact > MAX_IMPACT) throw badBlock();
      documents.push(document);
      impacts.push(impact);
    }
    return { kind: 'inline', base, documents, impacts };
  }

  /** Goes behind the lists of a term. */
  #passLists(frequency: number): void {
    let left = frequency;
    if (left >= LEAST_SEGMENT_POSTINGS) {
      const mask = this.#byte();
      if (mask >> (this.#segments - 1) !== 0) throw badBlock();
      for (let bits = mask; bits !== 0; bits &= bits - 1) {
        left -= this.#varint();
        this.#passVarints(1);
      }
    }
    if (left > MAX_INLINE_POSTINGS) this.#passVarints(1);
    else {
      for (; left > 0; left--) {
        this.#passVarints(1);
        this.#at++;
      }
    }
  }

  #passLetters(): void {
    const letters = this.#varint();
    this.#at += letters;
  }

  #passVarints(count: number): void {
    for (let left = count; left > 0; left--) {
      while ((this.#block[this.#at++] ?? 0) >= 0x80);
    }
  }

  #byte(): number {
    const value = this.#block[this.#at++];
    if (value === undefined) throw badBlock();
    return value;
  }

  #varint(): number {
    const first = this.#byte();
    // Nearly all are of one byte or two.
    if (first < 0x80) return first;
    const second = this.#byte();
    let value = (first & 0x7f) | ((second & 0x7f) << 7);
    if (second < 0x80) return value;
    for (let shift = 14; shift < 35; shift += 7) {
      const byte = this.#byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw badBlock();
  }
}

function badBlock(): MalformedError {
  return new MalformedError('block of the dictionary', 'it is cut off or damaged');
}

/** -1, 0 or 1: how the term of the cursor stands to an ASCII text. */
export function compareTerm(cursor: DictionaryCursor, text: string): number {
  const length = Math.min(cursor.length, text.length);
  for (let at = 0; at < length; at++) {
    const difference = (cursor.term[at] ?? 0) - text.charCodeAt(at);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(cursor.length - text.length);
}

/** The entry of a term, or null when the block has none. @throws MalformedError */
export function findTerm(block: Uint8Array, term: string): TermEntry | null {
  return new DictionaryCursor(block).find(term);
}
