import { expect, test, vi } from 'vitest';
import { createFilter, splitWords } from '../../../../src/components/catalogue/match-words.ts';

const NAMES = [
  'Few-Shot Image Classification',
  'Shot Detection',
  'SQuAD1.1',
  'Scene Text',
  'Übersetzung',
  '人脸识别',
];
const filter = createFilter(NAMES, (name) => name);

test.each([
  ['few shot', ['Few-Shot Image Classification']],
  ['SHOT', ['Few-Shot Image Classification', 'Shot Detection']],
  ['shot–few', ['Few-Shot Image Classification']],
  ['squad 11', ['SQuAD1.1']],
  ['squad 1.1', ['SQuAD1.1']],
  ['ubersetz', ['Übersetzung']],
  ['U\u0308BER', ['Übersetzung']],
  ['人脸', ['人脸识别']],
  // "Scene Text" holds "net" only across two words.
  ['net', []],
  ['shot nothing', []],
])('%j leaves %j', (query, expected) => {
  expect(filter(query)).toEqual(expected);
});

test.each(['', '   ', ' - ', '++'])('%j filters nothing and gives the list itself', (query) => {
  expect(filter(query)).toBe(NAMES);
});

test('texts are read once, and only when something is looked for', () => {
  const textOf = vi.fn((name: string) => name);
  const counted = createFilter(NAMES, textOf);
  counted('');
  expect(textOf).not.toHaveBeenCalled();
  counted('a');
  counted('ab');
  expect(textOf).toHaveBeenCalledTimes(NAMES.length);
});

test('words are split at blanks, dashes, underscores and slashes', () => {
  expect(splitWords(' COCO test-dev / a_b\tÉ ')).toEqual(['coco', 'test', 'dev', 'a', 'b', 'e']);
});
