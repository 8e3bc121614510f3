import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../../../src/format/errors.ts';
import {
  DictionaryBlockWriter,
  DictionaryCursor,
  findTerm,
} from '../../../../src/search/lists/dictionary-block.ts';

const TERM = fc.stringMatching(/^[a-c@%.+0-9]{1,6}$/);

const block = fc.uniqueArray(TERM, { minLength: 1, maxLength: 60 }).chain((terms) =>
  fc.record({
    terms: fc.constant(terms.toSorted((a, b) => (a < b ? -1 : 1))),
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), {
      minLength: terms.length,
      maxLength: terms.length,
    }),
    start: fc.integer({ min: 0, max: 2 ** 40 }).map((value) => value % 2 ** 31),
  }),
);

interface Made {
  readonly terms: readonly string[];
  readonly sizes: readonly number[];
  readonly start: number;
}

function write({ terms, sizes, start }: Made): Uint8Array {
  const writer = new DictionaryBlockWriter();
  let offset = start;
  for (const [index, term] of terms.entries()) {
    const size = sizes[index] ?? 1;
    if (size <= 3) {
      const documents = Array.from({ length: size }, (_, place) => index + place * 3);
      writer.addInline(
        term,
        offset,
        documents,
        documents.map((_, place) => place + 1),
        size,
      );
    } else {
      writer.addStored(term, offset, size * 100, size);
      offset += size;
    }
  }
  return writer.take();
}

function expectedEntries({ terms, sizes, start }: Made) {
  let offset = start;
  return terms.map((term, index) => {
    const size = sizes[index] ?? 1;
    if (size <= 3) {
      const documents = Array.from({ length: size }, (_, place) => index + place * 3);
      const impacts = documents.map((_, place) => place + 1);
      return { term, frequency: size, postings: { kind: 'inline', documents, impacts } };
    }
    const entry = {
      term,
      frequency: size * 100,
      postings: { kind: 'stored', offset, bytes: size },
    };
    offset += size;
    return entry;
  });
}

describe('a block of the dictionary', () => {
  it('gives back every term with its postings, in order', () => {
    fc.assert(
      fc.property(block, (made) => {
        const cursor = new DictionaryCursor(write(made));
        const found = [];
        while (cursor.next()) found.push(cursor.entry());
        expect(found).toEqual(expectedEntries(made));
      }),
    );
  });

  it('finds the terms that it has and no other', () => {
    fc.assert(
      fc.property(block, TERM, (made, other) => {
        const bytes = write(made);
        const expected = expectedEntries(made);
        for (const entry of expected) expect(findTerm(bytes, entry.term)).toEqual(entry);
        expect(findTerm(bytes, other)).toEqual(expected.find(({ term }) => term === other) ?? null);
      }),
    );
  });

  it('is refused when it is cut off within a term', () => {
    const bytes = write({ terms: ['alpha', 'beta'], sizes: [2, 9], start: 7 });
    expect(() => {
      const cursor = new DictionaryCursor(bytes.subarray(0, bytes.byteLength - 1));
      while (cursor.next()) cursor.entry();
    }).toThrow(MalformedError);
  });
});
