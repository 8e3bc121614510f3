import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DictionaryBlockWriter } from '../../../../src/search/lists/dictionary-writer.ts';
import { allowedSlips, SpellingSearch } from '../../../../src/search/query/spelling.ts';

const WORD = fc.stringMatching(/^[abc]{1,10}$/);

/** Optimal string alignment over the whole table. */
function naiveDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : row)),
  );
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      const ways = [
        rows[row - 1]![column - 1]! + change,
        rows[row - 1]![column]! + 1,
        rows[row]![column - 1]! + 1,
      ];
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && isSwap) ways.push(rows[row - 2]![column - 2]! + 1);
      rows[row]![column] = Math.min(...ways);
    }
  }
  return rows[a.length]![b.length]!;
}

interface Known {
  readonly term: string;
  readonly frequency: number;
}

function blockOf(known: readonly Known[]): Uint8Array {
  const writer = new DictionaryBlockWriter([0]);
  for (const { term, frequency } of known) {
    writer.add({ term, frequency, segments: [], others: 1 });
  }
  return writer.take();
}

function cut<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, place) => list.slice(place * size, (place + 1) * size));
}

const markOf = (term: string) => (/^[@#]/.test(term) ? term.charAt(0) : '');

/** The nearest, then most frequent, then first of the terms that have the same mark. */
function naiveBest(known: readonly Known[], typed: string, limit: number) {
  const near = known
    .filter(({ term }) => markOf(term) === markOf(typed))
    .map(({ term, frequency }) => ({ term, frequency, slips: naiveDistance(typed, term) }))
    .filter(({ slips }) => slips > 0 && slips <= limit);
  return near.toSorted((a, b) => a.slips - b.slips || b.frequency - a.frequency)[0] ?? null;
}

function foundBest(search: SpellingSearch) {
  if (search.best === null) return null;
  const { entry, slips } = search.best;
  return { term: entry.term, frequency: entry.frequency, slips };
}

describe('spelling', () => {
  const known = (most: number) =>
    fc
      .uniqueArray(fc.tuple(fc.constantFrom('', '', '', '@', '#'), WORD), {
        minLength: 1,
        maxLength: most,
        size: 'max',
        selector: ([mark, word]) => mark + word,
      })
      .map((pairs) => pairs.map(([mark, word]) => mark + word).toSorted())
      .map((terms) =>
        terms.map((term, index): Known => ({ term, frequency: 4 + ((index * 7) % 5) })),
      );
  const typed = fc.tuple(fc.constantFrom('', '', '@'), WORD).map(([mark, word]) => mark + word);
  const limit = fc.constantFrom(1, 2);

  it('finds the nearest term that the whole table of distances finds', () => {
    fc.assert(
      fc.property(
        known(80),
        typed,
        limit,
        fc.integer({ min: 1, max: 50 }),
        (all, word, most, size) => {
          const search = new SpellingSearch(word, most);
          for (const part of cut(all, size)) search.addBlock(blockOf(part));
          expect(foundBest(search)).toEqual(naiveBest(all, word, most));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds it among many terms in the blocks that it reads', () => {
    fc.assert(
      fc.property(
        known(1500),
        typed,
        limit,
        fc.integer({ min: 20, max: 400 }),
        (all, word, most, size) => {
          const parts = cut(all, size);
          const search = new SpellingSearch(word, most);
          const read = search.blocksToRead(parts.map(([first]) => first!.term));
          for (const block of read) search.addBlock(blockOf(parts[block]!));
          expect(foundBest(search)).toEqual(naiveBest(all, word, most));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads only blocks where near terms can stand', () => {
    const blocksOf = (term: string, firstTerms: readonly string[]) =>
      new SpellingSearch(term, 1).blocksToRead(firstTerms);
    // Behind "approach" one slip away could be "atransfrm", behind "zoom" "zransfrm".
    const words = ['apple', 'approach', 'train', 'translat', 'trap', 'zebra', 'zoom'];
    expect(blocksOf('transfrm', words)).toEqual([1, 2, 3, 4, 6]);
    const names = ['#squad', '@adams', '@agarwal', '@tanaka', 'apple', 'vaswani'];
    expect(blocksOf('@vaswnai', names)).toEqual([0, 2, 3]);
    expect(blocksOf('vaswnai', names)).toEqual([0, 3, 4, 5]);
  });

  it('allows two slips to long words, one to others, none to the shortest', () => {
    expect(['cat', '@cat', 'cats', '@cats', 'bananas', 'transfrm'].map(allowedSlips)).toEqual([
      0, 0, 1, 1, 1, 2,
    ]);
  });
});
