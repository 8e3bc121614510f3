import { describe, expect, it } from 'vitest';
import {
  countFilters,
  hasFilter,
  setFilter,
  toggleFilter,
  withoutOperators,
  writeFilter,
} from '../../../../src/components/search/query-filters.ts';

describe('the words of a query alone', () => {
  it.each([
    ['"masked autoencoders" -video year:2021- has:code', 'masked autoencoders'],
    ['title:diffusion author:"jonathan ho" -author:song', 'diffusion jonathan ho'],
    ['-"image classification" -task:x task:"object detection"', ''],
    ['gpt-4 re:zero', 'gpt-4 re:zero'],
  ])('of %j are %j', (text, words) => {
    expect(withoutOperators(text)).toBe(words);
  });
});

describe('filters in the text of a query', () => {
  it('are written with quotes where they need them', () => {
    expect(writeFilter('task', 'image-classification')).toBe('task:image-classification');
    expect(writeFilter('venue', 'Nature "Physics"')).toBe('venue:"Nature Physics"');
  });

  it('are added and taken away again', () => {
    const filter = 'venue:"Nature Physics"';
    const filtered = toggleFilter('quantum ', filter);
    expect(filtered).toBe('quantum venue:"Nature Physics"');
    expect(hasFilter(filtered, filter)).toBe(true);
    expect(toggleFilter(filtered, filter)).toBe('quantum');
  });

  it('are counted, those that stand beside the results', () => {
    expect(countFilters('a year:2021 venue:"Nature Physics" -task:x author:song')).toBe(2);
    expect(countFilters('multitask:image')).toBe(0);
  });

  it('are found only whole', () => {
    expect(hasFilter('task:image-classification', 'task:image')).toBe(false);
    expect(hasFilter('multitask:image', 'task:image')).toBe(false);
    expect(hasFilter('a TASK:image b', 'task:image')).toBe(true);
  });

  it('of one operator take the place of each other', () => {
    expect(setFilter('a year:2020 b', 'year', '2021')).toBe('a b year:2021');
    expect(setFilter('a year:2020-2022', 'year', null)).toBe('a');
    expect(setFilter('', 'year', '2021')).toBe('year:2021');
  });
});
