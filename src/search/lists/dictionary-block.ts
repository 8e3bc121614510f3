import { MAX_SEGMENTS } from '../segments.ts';
import { ByteReader } from './byte-reader.ts';
import { TermListReader, type TermList } from './term-lists.ts';

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

  readonly #reader: ByteReader;
  readonly #lists: TermListReader;
  readonly #segments: number;
  /** Where the terms begin; where they end and the table of restarts begins. */
  readonly #start: number;
  readonly #end: number;
  readonly #restarts: number;
  /** The restart behind which the cursor is, and the terms before the next one. */
  #restart = -1;
  #untilRestart = 0;
  #listsAt = 0;
  /** Place of a term, and the restart before it, for which the offsets of `#lists` are right. */
  #offsetsAt = Infinity;
  #offsetsRestart = -1;

  constructor(block: Uint8Array) {
    this.#reader = new ByteReader(block, 'block of the dictionary');
    this.#restarts = this.#reader.uint16At(block.byteLength - 2);
    this.#end = block.byteLength - 2 - this.#restarts * RESTART_BYTES;
    if (this.#end < 1) throw this.#reader.damaged();
    this.#segments = this.#reader.byte();
    if (this.#segments < 1 || this.#segments > MAX_SEGMENTS) throw this.#reader.damaged();
    this.#reader.passVarints(this.#segments);
    this.#start = this.#reader.at;
    this.#lists = new TermListReader(this.#reader, this.#segments);
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
    this.#reader.at = this.#placeOf(restart);
    this.#restart = restart - 1;
    this.#untilRestart = 0;
  }

  #placeOf(restart: number): number {
    if (restart >= this.#restarts) throw this.#reader.damaged();
    const place = this.#reader.uint16At(this.#end + restart * RESTART_BYTES);
    if (place < this.#start || place >= this.#end) throw this.#reader.damaged();
    return place;
  }

  /** Goes to the characters of the whole term at a restart; returns how many they are. */
  #goToLetters(restart: number): number {
    this.#reader.at = this.#placeOf(restart);
    this.#reader.passVarints(this.#segments + 1);
    return this.#reader.varint();
  }

  /** -1, 0 or 1: how the whole term at a restart stands to a text. */
  #compareAt(restart: number, text: string): number {
    const length = this.#goToLetters(restart);
    const most = Math.min(length, text.length);
    for (let index = 0; index < most; index++) {
      const difference =
        (this.#reader.bytes[this.#reader.at + index] ?? 0) - text.charCodeAt(index);
      if (difference !== 0) return Math.sign(difference);
    }
    return Math.sign(length - text.length);
  }

  /** Whether there is such a restart, and its term is one that `nextFrom` passes over. */
  #isPassed(restart: number, prefix: number, letter: number): boolean {
    if (restart >= this.#restarts) return false;
    const length = this.#goToLetters(restart);
    for (let index = 0; index < prefix; index++) {
      if (index >= length || this.#reader.bytes[this.#reader.at + index] !== this.term[index])
        return false;
    }
    return length === prefix || (this.#reader.bytes[this.#reader.at + prefix] ?? 0) < letter;
  }

  /** Goes to the next term; false at the end. @throws MalformedError */
  next(): boolean {
    if (this.#reader.at >= this.#end) return false;
    const isWhole = this.#untilRestart === 0;
    if (isWhole) this.#passRestart();
    this.#untilRestart--;
    const shared = this.#reader.varint();
    const suffix = this.#reader.varint();
    const length = shared + suffix;
    if (shared > (isWhole ? 0 : this.length) || length > MAX_TERM_BYTES || length === 0) {
      throw this.#reader.damaged();
    }
    this.shared = isWhole ? this.#sharedLetters(length) : shared;
    // A loop: for a few bytes it is quicker than a view and a copy.
    for (let index = 0; index < suffix; index++) {
      this.term[shared + index] = this.#reader.bytes[this.#reader.at + index] ?? 0;
    }
    this.#reader.at += suffix;
    this.length = length;
    this.frequency = this.#reader.varint();
    if (this.frequency === 0) throw this.#reader.damaged();
    this.#listsAt = this.#reader.at;
    this.#lists.pass(this.frequency);
    if (this.#reader.at > this.#end) throw this.#reader.damaged();
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
    while (this.#untilRestart > 0 && this.#reader.at < this.#end) {
      const at = this.#reader.at;
      const shared = this.#reader.varint();
      const letters = this.#reader.varint();
      const isPassed =
        shared > prefix ||
        (shared === prefix && (this.#reader.bytes[this.#reader.at] ?? 0) < letter);
      if (!isPassed) {
        this.#reader.at = at;
        break;
      }
      this.#untilRestart--;
      this.#reader.at += letters;
      this.#lists.pass(this.#reader.varint());
    }
    if (this.#reader.at > this.#end) throw this.#reader.damaged();
    return this.next();
  }

  /** Goes to the term at the last restart that `nextFrom` passes over, if there is one that follows. */
  #passRestarts(prefix: number, letter: number): void {
    const at = this.#reader.at;
    let restart = this.#restart;
    let step = 1;
    while (this.#isPassed(restart + step, prefix, letter)) {
      restart += step;
      step *= 2;
    }
    for (step >>= 1; step > 0; step >>= 1) {
      if (this.#isPassed(restart + step, prefix, letter)) restart += step;
    }
    this.#reader.at = at;
    if (restart === this.#restart) return;
    this.#goTo(restart);
    this.next();
  }

  #passRestart(): void {
    this.#restart++;
    if (this.#reader.at !== this.#placeOf(this.#restart)) throw this.#reader.damaged();
    this.#reader.passVarints(this.#segments);
    this.#untilRestart = RESTART_TERMS;
  }

  /** Characters that the whole term at this place of the block begins with and that are in `term` already. */
  #sharedLetters(length: number): number {
    let shared = 0;
    while (shared < length && this.term[shared] === this.#reader.bytes[this.#reader.at + shared])
      shared++;
    return shared;
  }

  /** The term as text. */
  text(): string {
    return String.fromCharCode(...this.term.subarray(0, this.length));
  }

  /** @throws MalformedError */
  entry(): TermEntry {
    const at = this.#reader.at;
    const lists = this.#findLists();
    this.#reader.at = at;
    return { term: this.text(), frequency: this.frequency, lists };
  }

  /** Reads the lists of the term: where they are follows from those of the terms since the restart. */
  #findLists(): TermList[] {
    if (this.#offsetsRestart !== this.#restart || this.#offsetsAt > this.#listsAt) {
      this.#readOffsets();
    }
    this.#reader.at = this.#offsetsAt;
    for (;;) {
      this.#reader.passVarints(1);
      const letters = this.#reader.varint();
      this.#reader.at += letters;
      const frequency = this.#reader.varint();
      const isOwn = this.#reader.at === this.#listsAt;
      const lists = this.#lists.read(frequency);
      this.#offsetsAt = this.#reader.at;
      if (isOwn) return lists;
      if (this.#reader.at > this.#listsAt) throw this.#reader.damaged();
    }
  }

  #readOffsets(): void {
    this.#reader.at = 1;
    for (let segment = 0; segment < this.#segments; segment++) {
      this.#lists.offsets[segment] = this.#reader.varint();
    }
    this.#reader.at = this.#placeOf(this.#restart);
    for (let segment = 0; segment < this.#segments; segment++) {
      this.#lists.offsets[segment] = (this.#lists.offsets[segment] ?? 0) + this.#reader.varint();
    }
    this.#offsetsRestart = this.#restart;
    this.#offsetsAt = this.#reader.at;
  }
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
