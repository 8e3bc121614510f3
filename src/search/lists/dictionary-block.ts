import { MalformedError } from '../../format/errors.ts';
import { ByteWriter } from './byte-writer.ts';
import { MAX_IMPACT } from './posting-list.ts';

/** Lists of at most so many postings stand in the dictionary itself. */
export const MAX_INLINE_POSTINGS = 3;

/** Where the postings of a term are. */
export type TermPostings =
  | { readonly kind: 'inline'; readonly documents: number[]; readonly impacts: number[] }
  | {
      readonly kind: 'stored';
      /** Place in the section of postings. */
      readonly offset: number;
      readonly bytes: number;
    };

export interface TermEntry {
  readonly term: string;
  /** Documents that have the term. */
  readonly frequency: number;
  readonly postings: TermPostings;
}

/** Every so many terms one is written whole, and found by the table at the end of the block. */
const RESTART_TERMS = 16;
/** Place of a restart in the block, and of its list among those of the block. */
const RESTART_BYTES = 6;

/**
 * Collects a block of the dictionary: a varint with the place in the section of postings where the
 * first stored list begins, then its terms in order. A term is the number of characters it shares
 * with the one before it, the number of others, those; its frequency; then, for up to three
 * postings, gap and impact of each, else the bytes of its list, which follows that of the term before.
 * Every 16th term, the first one among them, shares nothing. A table at the end has for each of these
 * its place in the block (16 bits, low byte first) and the place of its list after the first (32 bits);
 * the last two bytes are the number of its rows.
 */
export class DictionaryBlockWriter {
  readonly #writer = new ByteWriter();
  #before = '';
  #terms = 0;
  #firstTerm = '';
  #firstOffset = 0;
  readonly #restarts: { readonly at: number; readonly offset: number }[] = [];

  /** Bytes of the block if it ended here. */
  get bytes(): number {
    return this.#writer.length + this.#restarts.length * RESTART_BYTES + 2;
  }

  get terms(): number {
    return this.#terms;
  }

  get firstTerm(): string {
    return this.#firstTerm;
  }

  /** @param offset where a stored list of this term begins, or the next stored one will. */
  #begin(term: string, offset: number): void {
    if (this.#terms === 0) {
      this.#writer.varint(offset);
      this.#firstTerm = term;
      this.#firstOffset = offset;
    }
    const isRestart = this.#terms % RESTART_TERMS === 0;
    if (isRestart) {
      this.#restarts.push({ at: this.#writer.length, offset: offset - this.#firstOffset });
    }
    const shared = isRestart ? 0 : sharedLength(this.#before, term);
    this.#writer.varint(shared);
    this.#writer.varint(term.length - shared);
    this.#writer.ascii(term.slice(shared));
    this.#before = term;
    this.#terms++;
  }

  addInline(
    term: string,
    offset: number,
    documents: ArrayLike<number>,
    impacts: ArrayLike<number>,
    count: number,
  ): void {
    this.#begin(term, offset);
    this.#writer.varint(count);
    let before = -1;
    for (let index = 0; index < count; index++) {
      const document = documents[index] ?? 0;
      this.#writer.varint(document - before - 1);
      this.#writer.byte(impacts[index] ?? 0);
      before = document;
    }
  }

  addStored(term: string, offset: number, frequency: number, bytes: number): void {
    this.#begin(term, offset);
    this.#writer.varint(frequency);
    this.#writer.varint(bytes);
  }

  /** The block; the writer is ready for the next one. */
  take(): Uint8Array<ArrayBuffer> {
    for (const { at, offset } of this.#restarts) {
      writeUint(this.#writer, at, 2);
      writeUint(this.#writer, offset, 4);
    }
    writeUint(this.#writer, this.#restarts.length, 2);
    this.#restarts.length = 0;
    this.#before = '';
    this.#terms = 0;
    return this.#writer.take();
  }
}

function writeUint(writer: ByteWriter, value: number, bytes: number): void {
  for (let byte = 0; byte < bytes; byte++) writer.byte(Math.floor(value / 256 ** byte) & 0xff);
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

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
  readonly #firstOffset: number;
  /** Where the terms end and the table of restarts begins. */
  readonly #end: number;
  readonly #restarts: number;
  #at = 0;
  #offset: number;
  #postingsAt = 0;
  #listBytes = 0;

  constructor(block: Uint8Array) {
    this.#block = block;
    this.#restarts = this.#uint(block.byteLength - 2, 2);
    this.#end = block.byteLength - 2 - this.#restarts * RESTART_BYTES;
    if (this.#end < 1) throw badBlock();
    this.#firstOffset = this.#varint();
    this.#offset = this.#firstOffset;
  }

  /**
   * Goes to a place from which `next` soon comes to a term, or to where it would stand: at most 16 terms
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
    const restart = Math.max(0, low - 1);
    this.#at = this.#placeOf(restart);
    this.#offset = this.#firstOffset + this.#uint(this.#end + restart * RESTART_BYTES + 2, 4);
    this.#listBytes = 0;
    this.length = 0;
  }

  #placeOf(restart: number): number {
    return this.#uint(this.#end + restart * RESTART_BYTES, 2);
  }

  /** -1, 0 or 1: how the whole term at a place of the block stands to a text. */
  #compareAt(place: number, text: string): number {
    this.#at = place + 1;
    const length = this.#varint();
    const most = Math.min(length, text.length);
    for (let index = 0; index < most; index++) {
      const difference = (this.#block[this.#at + index] ?? 0) - text.charCodeAt(index);
      if (difference !== 0) return Math.sign(difference);
    }
    return Math.sign(length - text.length);
  }

  #uint(at: number, bytes: number): number {
    if (at < 0 || at + bytes > this.#block.byteLength) throw badBlock();
    let value = 0;
    for (let byte = bytes - 1; byte >= 0; byte--)
      value = value * 256 + (this.#block[at + byte] ?? 0);
    return value;
  }

  /** Goes to the next term; false at the end. @throws MalformedError */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    this.#offset += this.#listBytes;
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
    this.#postingsAt = this.#at;
    this.#listBytes = 0;
    if (this.frequency > MAX_INLINE_POSTINGS) this.#listBytes = this.#varint();
    else this.#skipInline();
    if (this.#at > this.#end) throw badBlock();
    return true;
  }

  /** The term as text. */
  text(): string {
    return String.fromCharCode(...this.term.subarray(0, this.length));
  }

  entry(): TermEntry {
    const { frequency } = this;
    const term = this.text();
    if (frequency > MAX_INLINE_POSTINGS) {
      const postings = { kind: 'stored', offset: this.#offset, bytes: this.#listBytes } as const;
      return { term, frequency, postings };
    }
    return { term, frequency, postings: this.#inlinePostings() };
  }

  #inlinePostings(): TermPostings {
    const end = this.#at;
    this.#at = this.#postingsAt;
    const documents: number[] = [];
    const impacts: number[] = [];
    let document = -1;
    for (let index = 0; index < this.frequency; index++) {
      document += this.#varint() + 1;
      const impact = this.#byte();
      if (impact < 1 || impact > MAX_IMPACT) throw badBlock();
      documents.push(document);
      impacts.push(impact);
    }
    this.#at = end;
    return { kind: 'inline', documents, impacts };
  }

  #skipInline(): void {
    for (let index = 0; index < this.frequency; index++) {
      this.#varint();
      this.#at++;
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
  const cursor = new DictionaryCursor(block);
  cursor.seek(term);
  while (cursor.next()) {
    const order = compareTerm(cursor, term);
    if (order === 0) return cursor.entry();
    if (order > 0) return null;
  }
  return null;
}
