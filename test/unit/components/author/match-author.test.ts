import { expect, test } from 'vitest';
import {
  countSpellings,
  isNamed,
  nameInAddress,
  titleName,
} from '../../../../src/components/author/match-author.ts';

test.each([
  ['yann-lecun', 'yann lecun'],
  ['Yann_LeCun', 'Yann LeCun'],
  ['Geoffrey E. Hinton', 'Geoffrey E. Hinton'],
])('%s in an address is "%s"', (part, name) => {
  expect(nameInAddress(part)).toBe(name);
});

test.each([
  ['Yann LeCun', 'yann lecun', true],
  ['LeCun, Yann', 'yann lecun', true],
  ['Andrew Y. Ng', 'a ng', true],
  ['Piotr Dollár', 'piotr dollar', true],
  ['Jean-Baptiste Alayrac', 'jean baptiste alayrac', true],
  ['Yann Ollivier', 'yann lecun', false],
  ['Kaiming He', 'kaiming hehe', false],
  ['Yann LeCun', '', false],
])('"%s" for "%s": %s', (author, wanted, is) => {
  expect(isNamed(author, wanted)).toBe(is);
});

test('spellings are counted by papers, the most frequent first', () => {
  const papers = [
    { authors: ['Geoffrey Hinton', 'Yann LeCun'] },
    { authors: ['Geoffrey E. Hinton'] },
    { authors: ['Geoffrey E. Hinton', 'Geoffrey E. Hinton'] },
  ];
  expect(countSpellings(papers, 'geoffrey hinton')).toEqual([
    { name: 'Geoffrey E. Hinton', papers: 2 },
    { name: 'Geoffrey Hinton', papers: 1 },
  ]);
});

test('a name in small letters gets capitals, one with capitals stays', () => {
  expect(titleName('yann lecun')).toBe('Yann Lecun');
  expect(titleName('Yann LeCun')).toBe('Yann LeCun');
});
