import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePlainSearch, parsePlainSearch } from '../../../src/app/plain-search.ts';

test('texts that look like numbers or JSON stay texts', () => {
  expect(parsePlainSearch('?q=1706.03760&sort=true&x=%22a+b%22')).toEqual({
    q: '1706.03760',
    sort: 'true',
    x: '"a b"',
  });
});

test('what is absent is left out, and numbers are written as they are', () => {
  expect(encodePlainSearch({ page: 2, q: undefined })).toBe('?page=2');
  expect(encodePlainSearch({})).toBe('');
});

test('every text comes back', () => {
  const key = fc.stringMatching(/^[a-z]{1,5}$/);
  fc.assert(
    fc.property(fc.dictionary(key, fc.string({ unit: 'grapheme' })), (search) => {
      expect(parsePlainSearch(encodePlainSearch(search))).toEqual({ ...search });
    }),
  );
});
