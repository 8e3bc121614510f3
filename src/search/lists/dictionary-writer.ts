import { ByteWriter } from './byte-writer.ts';
import { RESTART_BYTES, RESTART_TERMS } from './dictionary-block.ts';
import { LEAST_SEGMENT_POSTINGS } from './term-lists.ts';

/** A list that was written among those of its segment. */
export interface SegmentList {
  readonly segment: number;
  readonly frequency: number;
  readonly bytes: number;
}

/** Postings that stand in the dictionary. */
export interface InlineList {
  /** Counted from the first of the segment that the format says. */
  readonly documents: ArrayLike<number>;
  readonly impacts: ArrayLike<number>;
}

/** A term to be written, and where its postings are. */
export interface WrittenTerm {
  readonly term: string;
  readonly frequency: number;
  /** Those of segments but the last. */
  readonly segments: readonly SegmentList[];
  /** Of the others, if there are more than three: bytes of their list in the last segment. Else these themselves. */
  readonly others: number | InlineList;
}

/**
 * Collects a block of the dictionary: a byte with the number of segments; for each a varint, the place
 * among its lists where the first one of the block begins; then the terms in order. A term is the number of
 * characters it shares with the one before it, the number of others, those; its frequency, and its postings.
 *
 * Of a frequency of 16 and more: a byte with a bit for each segment but the last that has a list; and of each such
 * list its postings and its bytes. Then, of the postings that are in none of these: for up to three gap and impact
 * of each, else the bytes of their list in the last segment. A list follows that of the segment's term before.
 *
 * Every 32nd term, the first one among them, shares nothing, and before it stands for each segment how far
 * its lists have come since the block began. A table at the end has the place of each of these in the block (16
 * bits, low byte first); the last two bytes are the number of its rows.
 */
export class DictionaryBlockWriter {
  readonly #writer = new ByteWriter();
  /** Place among the lists of each segment, and what it was when the block began. */
  readonly #offsets: number[];
  #firstOffsets: readonly number[];
  #before = '';
  #terms = 0;
  #firstTerm = '';
  readonly #restarts: number[] = [];

  /** @param offsets where the lists of each segment begin. */
  constructor(offsets: readonly number[]) {
    this.#offsets = [...offsets];
    this.#firstOffsets = offsets;
  }

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

  add({ term, frequency, segments, others }: WrittenTerm): void {
    this.#begin(term);
    const writer = this.#writer;
    writer.varint(frequency);
    if (frequency >= LEAST_SEGMENT_POSTINGS) {
      writer.byte(segments.reduce((mask, { segment }) => mask | (1 << segment), 0));
    }
    for (const list of segments) {
      writer.varint(list.frequency);
      this.#addStored(list.segment, list.bytes);
    }
    if (typeof others === 'number') this.#addStored(this.#offsets.length - 1, others);
    else this.#addInline(others);
  }

  #addStored(segment: number, bytes: number): void {
    this.#writer.varint(bytes);
    this.#offsets[segment] = (this.#offsets[segment] ?? 0) + bytes;
  }

  #addInline({ documents, impacts }: InlineList): void {
    let before = -1;
    for (let index = 0; index < documents.length; index++) {
      const document = documents[index] ?? 0;
      this.#writer.varint(document - before - 1);
      this.#writer.byte(impacts[index] ?? 0);
      before = document;
    }
  }

  #begin(term: string): void {
    const writer = this.#writer;
    if (this.#terms === 0) {
      this.#firstTerm = term;
      this.#firstOffsets = [...this.#offsets];
      writer.byte(this.#offsets.length);
      for (const offset of this.#offsets) writer.varint(offset);
    }
    const isRestart = this.#terms % RESTART_TERMS === 0;
    if (isRestart) {
      this.#restarts.push(writer.length);
      for (const [segment, offset] of this.#offsets.entries()) {
        writer.varint(offset - (this.#firstOffsets[segment] ?? 0));
      }
    }
    const shared = isRestart ? 0 : sharedLength(this.#before, term);
    writer.varint(shared);
    writer.varint(term.length - shared);
    writer.ascii(term.slice(shared));
    this.#before = term;
    this.#terms++;
  }

  /** The block; the writer is ready for the next one. */
  take(): Uint8Array<ArrayBuffer> {
    for (const at of this.#restarts) writeUint16(this.#writer, at);
    writeUint16(this.#writer, this.#restarts.length);
    this.#restarts.length = 0;
    this.#before = '';
    this.#terms = 0;
    return this.#writer.take();
  }
}

function writeUint16(writer: ByteWriter, value: number): void {
  writer.byte(value & 0xff);
  writer.byte(value >> 8);
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
