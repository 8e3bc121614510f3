import type { ByteReader } from './byte-reader.ts';
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

/** Reads where the postings of terms are, each term's behind those of the one before. */
export class TermListReader {
  /** Places among the lists of each segment, of the term that is read next. */
  readonly offsets: number[] = [];
  readonly #reader: ByteReader;
  readonly #segments: number;

  constructor(reader: ByteReader, segments: number) {
    this.#reader = reader;
    this.#segments = segments;
  }

  /** Reads the lists of a term. @throws MalformedError */
  read(frequency: number): TermList[] {
    const lists: TermList[] = [];
    let left = frequency;
    let base = 0;
    const last = this.#segments - 1;
    if (left >= LEAST_SEGMENT_POSTINGS) {
      const mask = this.#reader.byte();
      if (mask >> last !== 0) throw this.#reader.damaged();
      for (let segment = 0; mask >> segment !== 0; segment++) {
        if (((mask >> segment) & 1) === 0) continue;
        const listed = this.#reader.varint();
        left -= listed;
        if (listed <= MAX_INLINE_POSTINGS || left < 0) throw this.#reader.damaged();
        lists.push(this.#readStored(segment, segment, listed));
        if (base === segment) base++;
      }
    }
    if (left > MAX_INLINE_POSTINGS) lists.push(this.#readStored(last, base, left));
    else if (left > 0) lists.push(this.#readInline(base, left));
    return lists;
  }

  #readStored(segment: number, base: number, frequency: number): TermList {
    const bytes = this.#reader.varint();
    const offset = this.offsets[segment] ?? 0;
    this.offsets[segment] = offset + bytes;
    return { kind: 'stored', segment, base, frequency, offset, bytes };
  }

  #readInline(base: number, frequency: number): TermList {
    const documents: number[] = [];
    const impacts: number[] = [];
    let document = -1;
    for (let index = 0; index < frequency; index++) {
      document += this.#reader.varint() + 1;
      const impact = this.#reader.byte();
      if (impact < 1 || impact > MAX_IMPACT) throw this.#reader.damaged();
      documents.push(document);
      impacts.push(impact);
    }
    return { kind: 'inline', base, documents, impacts };
  }

  /** Goes behind the lists of a term; offsets stay. @throws MalformedError where it sees that they are none. */
  pass(frequency: number): void {
    let left = frequency;
    if (left >= LEAST_SEGMENT_POSTINGS) {
      const mask = this.#reader.byte();
      if (mask >> (this.#segments - 1) !== 0) throw this.#reader.damaged();
      for (let bits = mask; bits !== 0; bits &= bits - 1) {
        left -= this.#reader.varint();
        this.#reader.passVarints(1);
      }
    }
    if (left > MAX_INLINE_POSTINGS) this.#reader.passVarints(1);
    else {
      for (; left > 0; left--) {
        this.#reader.passVarints(1);
        this.#reader.at++;
      }
    }
  }
}
