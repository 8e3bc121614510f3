import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../../../src/format/errors.ts';
import { ByteWriter } from '../../../../src/search/lists/byte-writer.ts';
import {
  createChunk,
  encodePostings,
  forEachChunk,
} from '../../../../src/search/lists/posting-list.ts';

const LIMIT = 1 << 22;

const postings = fc
  .uniqueArray(fc.integer({ min: 0, max: LIMIT - 1 }), { minLength: 1, maxLength: 700 })
  .chain((documents) =>
    fc.record({
      documents: fc.constant(documents.toSorted((a, b) => a - b)),
      impacts: fc.array(fc.integer({ min: 1, max: 31 }), {
        minLength: documents.length,
        maxLength: documents.length,
      }),
    }),
  );

function encode(documents: readonly number[], impacts: readonly number[], from = 0): Uint8Array {
  const writer = new ByteWriter();
  encodePostings(writer, documents, impacts, documents.length, from);
  return writer.take();
}

function decode(bytes: Uint8Array, count: number, to = LIMIT, from = 0) {
  const chunk = createChunk();
  const documents: number[] = [];
  const impacts: number[] = [];
  forEachChunk(bytes, count, { from, to }, chunk, (size) => {
    documents.push(...chunk.documents.subarray(0, size));
    impacts.push(...chunk.impacts.subarray(0, size));
  });
  return { documents, impacts };
}

/** The same layout from a text of binary digits: slow, and plain to see. */
function naiveEncode(documents: readonly number[], impacts: readonly number[]): number[] {
  const bytes: number[] = [];
  const pack = (values: readonly number[], width: number) => {
    const bits = values.map((value) => [...value.toString(2).padStart(width, '0')].reverse());
    const all = bits.flatMap((digits) => digits.slice(0, width));
    while (all.length % 8 !== 0) all.push('0');
    for (let at = 0; at < all.length; at += 8) {
      bytes.push(
        parseInt(
          all
            .slice(at, at + 8)
            .reverse()
            .join(''),
          2,
        ),
      );
    }
  };
  const widthOf = (values: readonly number[]) =>
    Math.max(...values.map((value) => (value === 0 ? 0 : value.toString(2).length)));
  const gaps = documents.map((document, index) => document - (documents[index - 1] ?? -1) - 1);
  for (let start = 0; start < documents.length; start += 128) {
    const ownGaps = gaps.slice(start, start + 128);
    const own = impacts.slice(start, start + 128);
    const least = Math.min(...own);
    const above = own.map((impact) => impact - least);
    bytes.push(widthOf(ownGaps), least + 32 * widthOf(above));
    pack(ownGaps, widthOf(ownGaps));
    pack(above, widthOf(above));
  }
  return bytes;
}

describe('posting lists', () => {
  it('come back as they were, and are the bytes that the format describes', () => {
    fc.assert(
      fc.property(postings, ({ documents, impacts }) => {
        const bytes = encode(documents, impacts);
        expect([...bytes]).toEqual(naiveEncode(documents, impacts));
        expect(decode(bytes, documents.length)).toEqual({ documents, impacts });
      }),
      { numRuns: 200 },
    );
  });

  it('of later documents are the bytes that they would be from 0 on', () => {
    fc.assert(
      fc.property(postings, fc.nat(LIMIT), ({ documents, impacts }, from) => {
        const later = documents.map((document) => document + from);
        const bytes = encode(later, impacts, from);
        expect(bytes).toEqual(encode(documents, impacts));
        const found = decode(bytes, documents.length, from + LIMIT, from);
        expect(found).toEqual({ documents: later, impacts });
      }),
      { numRuns: 100 },
    );
  });

  it('are refused when cut off, too long, or of another index', () => {
    fc.assert(
      fc.property(postings, fc.nat(), ({ documents, impacts }, cut) => {
        const bytes = encode(documents, impacts);
        const count = documents.length;
        expect(() => decode(bytes.subarray(0, cut % bytes.length), count)).toThrow(MalformedError);
        expect(() => decode(Uint8Array.of(...bytes, 0), count)).toThrow(MalformedError);
        expect(() => decode(bytes, count, documents.at(-1))).toThrow(MalformedError);
      }),
      { numRuns: 100 },
    );
  });

  it('cost nothing for impacts that are all the same', () => {
    const documents = Array.from({ length: 128 }, (_, index) => index * 2 + 1);
    const bytes = encode(
      documents,
      documents.map(() => 24),
    );
    expect(bytes.byteLength).toBe(2 + 16);
  });
});
