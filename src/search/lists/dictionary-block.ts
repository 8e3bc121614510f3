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
 * After `next()` the term is the first `length` bytes of `term`; the first `shared` of them are those
 * of the term before. `entry()` reads the rest of the term that the cursor stands at.
 */
export class DictionaryCursor {
  readonly term = new Uint8Array(MAX_TERM_BYTES);
  length = 0;
  shared = 0;
  frequency = 0;

  readonly #block: Uint8Array;
  readonly #segments: number;
  /** Places among the lists of each segment: where the block begins, and behind the term. */
  readonly #firstOffsets: Float64Array;
  readonly #offsets: Float64Array;
  /** Where the terms begin; where they end and the table of restarts begins. */
  readonly #start: number;
  readonly #end: number;
  readonly #restarts: number;
  #at = 0;
  /** Terms before the next one that shares nothing. */
  #untilRestart = 0;
  #listsAt = 0;

  constructor(block: Uint8Array) {
    this.#block = block;
    this.#restarts = this.#uint16(block.byteLength - 2);
    this.#end = block.byteLength - 2 - this.#restarts * RESTART_BYTES;
    if (this.#end < 1) throw badBlock();
    this.#segments = this.#byte();
    if (this.#segments < 1 || this.#segments > MAX_SEGMENTS) throw badBlock();
    this.#firstOffsets = new Float64Array(this.#segments);
    for (let segment = 0; segment < this.#segments; segment++) {
      this.#firstOffsets[segment] = this.#varint();
    }
    this.#offsets = this.#firstOffsets.slice();
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
      if (this.#compareAt(this.#placeOf(middle), term) <= 0) low = middle + 1;
      else high = middle;
    }
    this.#at = this.#placeOf(Math.max(0, low - 1));
    this.#untilRestart = 0;
    this.length = 0;
  }

  #placeOf(restart: number): number {
    const place = this.#uint16(this.#end + restart * RESTART_BYTES);
    if (place < this.#start || place >= this.#end) throw badBlock();
    return place;
  }

  /** -1, 0 or 1: how the whole term at a restart stands to a text. */
  #compareAt(place: number, text: string): number {
    this.#at = place;
    for (let segment = 0; segment < this.#segments; segment++) this.#varint();
    this.#byte();
    const length = this.#varint();
    const most = Math.min(length, text.length);
    for (let index = 0; index < most; index++) {
      const difference = (this.#block[this.#at + index] ?? 0) - text.charCodeAt(index);
      if (difference !== 0) return Math.sign(difference);
    }
    return Math.sign(length - text.length);
  }

  #uint16(at: number): number {
    if (at < 0 || at + 2 > this.#block.byteLength) throw badBlock();
    return (this.#block[at] ?? 0) | ((this.#block[at + 1] ?? 0) << 8);
  }

  /** Goes to the next term; false at the end. @throws MalformedError */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    if (this.#untilRestart === 0) this.#restart();
    this.#untilRestart--;
    const shared = this.#varint();
    const suffix = this.#varint();
    const length = shared + suffix;
    if (shared > this.length || length > MAX_TERM_BYTES || length === 0) throw badBlock();
    // A loop: for a few bytes it is quicker than a view and a copy.
    for (let index = 0; index < suffix; index++) {
      this.term[shared + index] = this.#block[this.#at + index] ?? 0;
    }
    this.#at += suffix;
    this.shared = shared;
    this.length = length;
    this.frequency = this.#varint();
    if (this.frequency === 0) throw badBlock();
    this.#listsAt = this.#at;
    this.#walkLists(null);
    if (this.#at > this.#end) throw badBlock();
    return true;
  }

  #restart(): void {
    for (let segment = 0; segment < this.#segments; segment++) {
      this.#offsets[segment] = (this.#firstOffsets[segment] as number) + this.#varint();
    }
    this.#untilRestart = RESTART_TERMS;
  }

  /** The term as text. */
  text(): string {
    return String.fromCharCode(...this.term.subarray(0, this.length));
  }

  entry(): TermEntry {
    const end = this.#at;
    const lists: TermList[] = [];
    this.#at = this.#listsAt;
    this.#walkLists(lists);
    this.#at = end;
    return { term: this.text(), frequency: this.frequency, lists };
  }

  /** Reads the lists of the term into `found`; without it they are passed over. */
  #walkLists(found: TermList[] | null): void {
    let left = this.frequency;
    let base = 0;
    if (left >= LEAST_SEGMENT_POSTINGS) {
      const mask = this.#byte();
      const last = this.#segments - 1;
      if (mask >> last !== 0) throw badBlock();
      for (let segment = 0; mask >> segment !== 0; segment++) {
        if (((mask >> segment) & 1) === 0) continue;
        const frequency = this.#varint();
        left -= frequency;
        if (frequency <= MAX_INLINE_POSTINGS || left < 0) throw badBlock();
        this.#walkStored(found, segment, segment, frequency);
        if (base === segment) base++;
      }
    }
    if (left > MAX_INLINE_POSTINGS) this.#walkStored(found, this.#segments - 1, base, left);
    else if (left > 0) this.#walkInline(found, base, left);
  }

  #walkStored(found: TermList[] | null, segment: number, base: number, frequency: number): void {
    const bytes = this.#varint();
    if (found === null) {
      this.#offsets[segment] = (this.#offsets[segment] as number) + bytes;
      return;
    }
    // The offsets are those behind the term.
    const offset = (this.#offsets[segment] as number) - bytes;
    found.push({ kind: 'stored', segment, base, frequency, offset, bytes });
  }

  #walkInline(found: TermList[] | null, base: number, frequency: number): void {
    const documents: number[] = [];
    const impacts: number[] = [];
    let document = -1;
    for (let index = 0; index < frequency; index++) {
      const gap = this.#varint();
      const impact = this.#byte();
      if (found === null) continue;
      if (impact < 1 || impact > MAX_IMPACT) throw badBlock();
      document += gap + 1;
      documents.push(document);
      impacts.push(impact);
    }
    found?.push({ kind: 'inline', base, documents, impacts });
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
  const cursor = new DictionaryCursor(block);
  cursor.seek(term);
  while (cursor.next()) {
    const order = compareTerm(cursor, term);
    if (order === 0) return cursor.entry();
    if (order > 0) return null;
  }
  return null;
}
