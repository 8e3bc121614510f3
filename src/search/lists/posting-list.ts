import { MalformedError } from '../../format/errors.ts';
import type { ByteWriter } from './byte-writer.ts';

/** Postings that are packed together; the last chunk of a list has fewer. */
export const CHUNK_POSTINGS = 128;

/** Impacts are 1 to this. */
export const MAX_IMPACT = 31;

/** Gaps between documents of one list take at most so many bits. */
const MAX_GAP_BITS = 25;

const GAPS = new Uint32Array(CHUNK_POSTINGS);
const IMPACTS = new Uint32Array(CHUNK_POSTINGS);

const bitsOf = (value: number): number => 32 - Math.clz32(value);

/**
 * Appends a posting list: documents ascending, with an impact each, in chunks of 128. A chunk is one
 * byte with the bits of a gap; one with its least impact (low five bits) and the bits that the others are
 * above it (high three); the gaps (document less the one before it less 1); and the impacts less the least;
 * gaps and impacts packed each by itself.
 * @param from the least document that the list could have: before its first one stands the one before that.
 */
export function encodePostings(
  writer: ByteWriter,
  documents: ArrayLike<number>,
  impacts: ArrayLike<number>,
  count: number,
  from = 0,
): void {
  let before = from - 1;
  for (let start = 0; start < count; start += CHUNK_POSTINGS) {
    const size = Math.min(CHUNK_POSTINGS, count - start);
    let gaps = 0;
    let least = MAX_IMPACT;
    let most = 0;
    for (let index = 0; index < size; index++) {
      const document = documents[start + index] ?? 0;
      const impact = impacts[start + index] ?? 0;
      GAPS[index] = document - before - 1;
      gaps |= document - before - 1;
      if (impact < least) least = impact;
      if (impact > most) most = impact;
      before = document;
    }
    for (let index = 0; index < size; index++) {
      IMPACTS[index] = (impacts[start + index] ?? 0) - least;
    }
    const impactBits = bitsOf(most - least);
    writer.byte(bitsOf(gaps));
    writer.byte(least | (impactBits << 5));
    writer.packed(GAPS, size, bitsOf(gaps));
    writer.packed(IMPACTS, size, impactBits);
  }
}

/** Documents from a number up to, not including, another. */
export interface DocumentRange {
  readonly from: number;
  readonly to: number;
}

/** Where `forEachChunk` leaves the postings of a chunk. */
export interface PostingChunk {
  readonly documents: Int32Array;
  readonly impacts: Uint8Array;
}

export function createChunk(): PostingChunk {
  return {
    documents: new Int32Array(CHUNK_POSTINGS),
    impacts: new Uint8Array(CHUNK_POSTINGS),
  };
}

/** Bits are read by words of four bytes, also the last ones: so many bytes have to follow them. */
const WORD_BYTES = 4;
/** Bytes of a chunk at most, and of a word behind it. */
const PADDED_CHUNK_BYTES = 512;

/**
 * Decodes a list chunk by chunk into `chunk`, and calls `visit` with the number of postings in it.
 * @param range numbers that its documents can have: a list that names another is refused.
 * @throws MalformedError on a list that is cut off, too long or names what is not there.
 */
export function forEachChunk(
  bytes: Uint8Array,
  count: number,
  { from, to }: DocumentRange,
  chunk: PostingChunk,
  visit: (size: number) => void,
): void {
  const { documents, impacts } = chunk;
  const whole = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  let before = from - 1;
  for (let start = 0; start < count; start += CHUNK_POSTINGS) {
    const size = Math.min(CHUNK_POSTINGS, count - start);
    const gapBits = bytes[at] ?? 255;
    const least = (bytes[at + 1] ?? 0) & 31;
    const impactBits = (bytes[at + 1] ?? 0) >> 5;
    const gapBytes = (size * gapBits + 7) >> 3;
    const end = at + 2 + gapBytes + ((size * impactBits + 7) >> 3);
    if (gapBits > MAX_GAP_BITS || least === 0 || end > bytes.byteLength) throw badList();
    const isFollowed = end + WORD_BYTES <= whole.byteLength;
    const view = isFollowed ? whole : padded(bytes.subarray(at, end));
    const packedAt = isFollowed ? at + 2 : 2;
    before = unpackDocuments(view, packedAt, gapBits, size, before, documents);
    if (before >= to) throw badList();
    if (!unpackImpacts(view, packedAt + gapBytes, impactBits, size, least, impacts))
      throw badList();
    visit(size);
    at = end;
  }
  if (at !== bytes.byteLength) throw badList();
}

function padded(bytes: Uint8Array): DataView {
  const copy = new Uint8Array(PADDED_CHUNK_BYTES);
  copy.set(bytes);
  return new DataView(copy.buffer);
}

function badList(): MalformedError {
  return new MalformedError('posting list', 'its bytes do not agree with its length');
}

/** Reads gaps and adds them up; returns the last document. A word always holds a gap of up to 25 bits and its shift. */
function unpackDocuments(
  view: DataView,
  start: number,
  width: number,
  size: number,
  before: number,
  documents: Int32Array,
): number {
  const mask = (1 << width) - 1;
  let document = before;
  let bit = 0;
  for (let index = 0; index < size; index++) {
    const word = view.getInt32(start + (bit >> 3), true);
    document = (document + ((word >>> (bit & 7)) & mask) + 1) | 0;
    documents[index] = document;
    bit += width;
  }
  return document;
}

/** Returns false when there is an impact that is none. */
function unpackImpacts(
  view: DataView,
  start: number,
  width: number,
  size: number,
  least: number,
  impacts: Uint8Array,
): boolean {
  const mask = (1 << width) - 1;
  let bit = 0;
  // Its sign tells of any impact that is too great.
  let room = 0;
  for (let index = 0; index < size; index++) {
    const word = view.getUint16(start + (bit >> 3), true);
    const impact = ((word >>> (bit & 7)) & mask) + least;
    room |= MAX_IMPACT - impact;
    impacts[index] = impact;
    bit += width;
  }
  return room >= 0;
}
