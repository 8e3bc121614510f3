import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordTable } from '../../../../src/search/build/word-table.ts';

test('finds what a Map finds, wherever in a text the word stands', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '漢', '1'), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), fc.string(), (words, before) => {
      const table = new WordTable(4);
      const expected = new Map<string, number>();
      for (const one of words) {
        const text = `${before}${one}${before}`;
        const end = before.length + one.length;
        expect(table.get(text, before.length, end)).toBe(expected.get(one) ?? -1);
        if (expected.has(one)) continue;
        table.add(one, expected.size);
        expected.set(one, expected.size);
      }
      expect(table.size).toBe(expected.size);
      for (const [one, number] of expected) expect(table.get(one, 0, one.length)).toBe(number);
    }),
  );
});
