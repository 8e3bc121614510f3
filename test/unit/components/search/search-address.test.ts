import { describe, expect, it } from 'vitest';
import { findPastedPath } from '../../../../src/components/search/find-address.ts';
import {
  parseSearchAddress,
  resolveSearch,
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

  it('falls back and says so', () => {
    const { order, page, problem } = resolveSearch({ sort: 'stars', page: '-1' });
    expect({ order, page }).toEqual({ order: 'relevance', page: 1 });
    expect(problem).toContain('stars');
    expect(problem).toContain('-1');
  });
});

describe('a pasted address', () => {
  it.each([
    [
      'https://paperswithcode.com/paper/attention-is-all-you-need',
      '/paper/attention-is-all-you-need',
    ],
    [
      'paperswithcode.com/sota/image-classification-on-imagenet?x=1',
      '/sota/image-classification-on-imagenet',
    ],
    ['https://www.paperswithcode.com/method/resnet#top', '/method/resnet'],
    ['https://paperswithcode.com/', null],
    ['https://example.com/paper/x', null],
    ['attention', null],
    ['two words', null],
    ['', null],
  ])('%s', (text, path) => {
    expect(findPastedPath(text)).toBe(path);
  });
});
