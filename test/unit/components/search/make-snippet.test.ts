import { expect, test } from 'vitest';
import { makeSnippet } from '../../../../src/components/search/make-snippet.ts';

const BEGINNING = 'We study a thing of no consequence at all. '.repeat(12);
const terms = new Set(['residu', 'learn', '@he']);

test('a short text is whole, and says whether it has the words', () => {
  expect(makeSnippet('Residuals are learned.', terms)).toEqual({
    text: 'Residuals are learned.',
    isMatch: true,
  });
  expect(makeSnippet('He said nothing.', terms)).toEqual({
    text: 'He said nothing.',
    isMatch: false,
  });
});

test('of a long one it is the part with most of the words', () => {
  const text = `${BEGINNING}Learning is mentioned. ${BEGINNING}Here residual learning is the matter. ${BEGINNING}`;
  const { text: part, isMatch } = makeSnippet(text, terms);
  expect(isMatch).toBe(true);
  expect(part).toContain('residual learning');
  expect(part).toMatch(/^… \S.*\S …$/);
  expect(part.length).toBeLessThan(250);
});

test('without the words it is the beginning; formulas are plain', () => {
  expect(makeSnippet(BEGINNING, terms).text).toMatch(/^We study.* …$/);
  expect(makeSnippet('Of $\\alpha$ residuals.', terms).text).toBe('Of α residuals.');
});
