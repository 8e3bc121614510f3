import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../../../src/format/errors.ts';
import {
  DictionaryCursor,
  findTerm,
  type TermEntry,
} from '../../../../src/search/lists/dictionary-block.ts';
import type { TermList } from '../../../../src/search/lists/term-lists.ts';
import { DictionaryBlockWriter } from '../../../../src/search/lists/dictionary-writer.ts';

const TERM = fc.stringMatching(/^[a-c@%.+0-9]{1,6}$/);
/** The last one has what the others have no lists of. */
const SEGMENTS = 3;

const sameLength = ({ length }: readonly unknown[]) => ({ minLength: length, maxLength: length });

const inline = fc.uniqueArray(fc.nat(2 ** 20), { maxLength: 3 }).chain((documents) =>
  fc.record({
    documents: fc.constant(documents.toSorted((a, b) => a - b)),
    impacts: fc.array(fc.integer({ min: 1, max: 31 }), sameLength(documents)),
  }),
);
const stored = (least: number) =>
  fc.record({ frequency: fc.integer({ min: least, max: 2 ** 21 }), bytes: fc.nat(2 ** 20) });

const places = fc.oneof(
  inline
    .filter(({ documents }) => documents.length > 0)
    .map((others) => ({ segments: [], others })),
  fc.record({
    segments: fc
      .tuple(...Array.from({ length: SEGMENTS - 1 }, () => fc.option(stored(16))))
      .map((lists) => lists.flatMap((list, segment) => (list === null ? [] : { segment, ...list })))
      .filter((lists) => lists.length > 0),
    others: fc.oneof(inline, stored(4)),
  }),
  stored(4).map((others) => ({ segments: [], others })),
);
type Places = typeof places extends fc.Arbitrary<infer T> ? T : never;

const blockOf = (maxLength: number) =>
  fc.uniqueArray(TERM, { minLength: 1, maxLength, size: 'max' }).chain((terms) =>
    fc.record({
      terms: fc.constant(terms.toSorted((a, b) => (a < b ? -1 : 1))),
      places: fc.array(places, sameLength(terms)),
      starts: fc.array(fc.nat(2 ** 31), { minLength: SEGMENTS, maxLength: SEGMENTS }),
    }),
  );
const block = blockOf(100);

interface Made {
  readonly terms: readonly string[];
  readonly places: readonly Places[];
  readonly starts: readonly number[];
}

const countOf = (others: Places['others']) =>
  'frequency' in others ? others.frequency : others.documents.length;

const frequencyOf = ({ segments, others }: Places) =>
  segments.reduce((sum, { frequency }) => sum + frequency, countOf(others));

function write({ terms, places, starts }: Made): Uint8Array {
  const writer = new DictionaryBlockWriter(starts);
  for (const [place, term] of terms.entries()) {
    const { segments, others } = places[place]!;
    const left = 'bytes' in others ? others.bytes : others;
    writer.add({ term, frequency: frequencyOf(places[place]!), segments, others: left });
  }
  return writer.take();
}

function expectedEntries({ terms, places, starts }: Made): TermEntry[] {
  const offsets = [...starts];
  return terms.map((term, place) => {
    const { segments, others } = places[place]!;
    const store = (segment: number, base: number, frequency: number, bytes: number): TermList => {
      const offset = offsets[segment]!;
      offsets[segment] = offset + bytes;
      return { kind: 'stored', segment, base, frequency, offset, bytes };
    };
    const lists = segments.map(({ segment, frequency, bytes }) =>
      store(segment, segment, frequency, bytes),
    );
    const without = [0, 1, 2].find((one) => segments.every(({ segment }) => segment !== one))!;
    if ('bytes' in others) lists.push(store(2, without, others.frequency, others.bytes));
    else if (others.documents.length > 0) lists.push({ kind: 'inline', base: without, ...others });
    return { term, frequency: frequencyOf(places[place]!), lists };
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

  it('is walked over with any leaps as its terms are one by one', () => {
    const leap = fc.record({
      prefix: fc.nat(3),
      later: fc.integer({ min: 1, max: 60 }),
      /** Entries are read of some terms only: where lists are has to be found out across the others. */
      isRead: fc.boolean(),
    });
    const leaps = fc.array(leap, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(blockOf(400), leaps, (made, steps) => {
        const expected = expectedEntries(made);
        const cursor = new DictionaryCursor(write(made));
        let place = 0;
        expect(cursor.next()).toBe(true);
        for (const { prefix: wished, later, isRead } of steps) {
          const { term } = expected[place]!;
          const prefix = Math.min(wished, term.length);
          const letter = (prefix < term.length ? term.charCodeAt(prefix) : 0) + later;
          const from = term.slice(0, prefix) + String.fromCharCode(letter);
          place = expected.findIndex((entry) => entry.term >= from);
          expect(cursor.nextFrom(prefix, letter)).toBe(place >= 0);
          if (place < 0) return;
          expect(cursor.text()).toBe(expected[place]!.term);
          if (isRead) expect(cursor.entry()).toEqual(expected[place]);
        }
      }),
    );
  });

  it('says no more characters shared than stand there still', () => {
    fc.assert(
      fc.property(blockOf(200), fc.nat(2), (made, prefix) => {
        const cursor = new DictionaryCursor(write(made));
        const copy: number[] = [];
        for (let isThere = cursor.next(); isThere;) {
          expect(copy.slice(0, cursor.shared)).toEqual([...cursor.term.subarray(0, cursor.shared)]);
          copy.splice(0, cursor.length, ...cursor.term.subarray(0, cursor.length));
          const most = Math.min(prefix, cursor.length - 1);
          isThere = cursor.nextFrom(most, (cursor.term[most] ?? 0) + 1);
        }
      }),
    );
  });

  it('is refused where it is not one term after the other from restart to restart', () => {
    const rare = { segments: [], others: { documents: [3], impacts: [2] } };
    const terms = Array.from({ length: 40 }, (_, place) => `a${place + 10}`);
    const bytes = write({ terms, places: terms.map(() => rare), starts: [0, 0, 0] });
    const second = bytes.byteLength - 4;
    bytes[second] = (bytes[second] ?? 0) + 1;
    expect(() => {
      const cursor = new DictionaryCursor(bytes);
      while (cursor.next());
    }).toThrow(MalformedError);
  });

  it('is refused when it is cut off within a term', () => {
    const rare = { segments: [], others: { documents: [3], impacts: [2] } };
    const often = { segments: [], others: { frequency: 900, bytes: 9 } };
    const bytes = write({ terms: ['alpha', 'beta'], places: [rare, often], starts: [7, 0, 2] });
    expect(() => {
      const cursor = new DictionaryCursor(bytes.subarray(0, bytes.byteLength - 1));
      while (cursor.next()) cursor.entry();
    }).toThrow(MalformedError);
  });
});
