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

function blockOf(terms: readonly string[]): Uint8Array {
  const writer = new DictionaryBlockWriter([0]);
  for (const [index, term] of terms.entries()) {
    const frequency = 4 + ((index * 7) % 5);
    writer.add({ term, frequency, segments: [], others: 1 });
  }
  return writer.take();
}

describe('spelling', () => {
  it('finds the nearest term that the whole table of distances finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(WORD, { minLength: 1, maxLength: 80 }), WORD, (words, typed) => {
        const terms = words.toSorted();
        const search = new SpellingSearch(typed);
        const middle = terms.length >> 1;
        if (middle > 0) search.addBlock(blockOf(terms.slice(0, middle)));
        search.addBlock(blockOf(terms.slice(middle)));
        const limit = allowedSlips(typed.length);
        const distances = terms
          .map((term) => naiveDistance(typed, term))
          .filter((distance) => distance > 0 && distance <= limit);
        const found = search.best;
        if (distances.length === 0) expect(found).toBeNull();
        else {
          expect(found?.slips).toBe(Math.min(...distances));
          expect(naiveDistance(typed, found!.entry.term)).toBe(found!.slips);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the more frequent of two that are as near', () => {
    const writer = new DictionaryBlockWriter([0]);
    writer.add({ term: 'transfarm', frequency: 5, segments: [], others: 1 });
    writer.add({ term: 'transform', frequency: 500, segments: [], others: 1 });
    const search = new SpellingSearch('transfrm');
    search.addBlock(writer.take());
    expect(search.best).toMatchObject({ entry: { term: 'transform' }, slips: 1 });
  });
});
