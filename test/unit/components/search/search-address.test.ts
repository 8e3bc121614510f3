import { describe, expect, it } from 'vitest';
import {
  parseSearchAddress,
  resolveSearch,
  writeSearchAddress,
} from '../../../../src/components/search/search-address.ts';

describe('the address of a search', () => {
  it('is read, numbers as the text that people meant', () => {
    expect(parseSearchAddress({ q: 2024, sort: 'date', page: 3, other: 'x' })).toEqual({
      q: '2024',
      sort: 'date',
      page: '3',
    });
    expect(resolveSearch({ q: 'a', sort: 'date', page: '3' })).toEqual({
      text: 'a',
      order: 'date',
      page: 3,
      problem: null,
    });
  });

  it('is written without what goes without saying', () => {
    expect(writeSearchAddress('', 'relevance')).toEqual({});
    expect(writeSearchAddress('a b', 'relevance')).toEqual({ q: 'a b' });
    expect(writeSearchAddress('a b', 'date')).toEqual({ q: 'a b', sort: 'date' });
  });

  it('falls back and says so', () => {
    expect(resolveSearch({ sort: 'repositories' })).toMatchObject({
      order: 'repositories',
      problem: null,
    });
    const { order, page, problem } = resolveSearch({ sort: 'stars', page: '-1' });
    expect({ order, page }).toEqual({ order: 'relevance', page: 1 });
    expect(problem).toContain('stars');
    expect(problem).toContain('-1');
  });
});
