import { expect, it } from 'vitest';
import { termsOfEndingSlips } from '../../../../src/search/query/ending-slips.ts';

it.each([
  ['normalizaton', 'normal'],
  ['classificatoin', 'classif'],
  ['segmentationn', 'segment'],
  ['recognituon', 'recognit'],
])('%s may be a form of %s', (word, term) => {
  expect(termsOfEndingSlips(word)).toContain(term);
});

it('leaves short words, names with digits and the term itself alone', () => {
  expect(termsOfEndingSlips('graph')).toEqual([]);
  expect(termsOfEndingSlips('resnet50')).toEqual([]);
  expect(termsOfEndingSlips('networks')).not.toContain('network');
});
