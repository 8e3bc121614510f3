import { expect, test } from 'vitest';
import { createLineCache } from '../../../src/archive/line-cache.ts';
import type { BlockHash } from '../../../src/format/hash.ts';

const hash = (digit: string) => digit.repeat(32) as BlockHash;

test('the least recently used entries go when the limit is passed', () => {
  const cache = createLineCache(100);
  cache.set(hash('a'), ['a'], 40);
  cache.set(hash('b'), ['b'], 40);
  cache.get(hash('a'));
  cache.set(hash('c'), ['c'], 40);
  expect(cache.get(hash('b'))).toBeUndefined();
  expect(cache.get(hash('a'))).toEqual(['a']);
  expect(cache.get(hash('c'))).toEqual(['c']);
});

test('an entry above the limit is kept until the next one comes', () => {
  const cache = createLineCache(100);
  cache.set(hash('a'), ['a'], 500);
  expect(cache.get(hash('a'))).toEqual(['a']);
  cache.set(hash('b'), ['b'], 10);
  expect(cache.get(hash('a'))).toBeUndefined();
  expect(cache.get(hash('b'))).toEqual(['b']);
});
