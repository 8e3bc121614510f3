import { expect, test } from 'vitest';
import { titleWords } from '../../../src/format/title-words.ts';

test.each([
  [
    'Enhanced OoD Detection through Cross-Modal Alignment',
    ['ood', 'detection', 'cross-modal', 'alignment'],
  ],
  ['Detectors of Synthesis', ['detector', 'synthesis']],
  ['Attention Is All You Need', ['attention']],
  ['Learning $\\ell_0$ Codes in 2024', ['code']],
  ['Réseaux: café', ['reseaux', 'cafe']],
  ['', []],
])('titleWords(%j) is %j', (title, words) => {
  expect(titleWords(title)).toEqual(words);
});
