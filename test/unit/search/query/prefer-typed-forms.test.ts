import { describe, expect, it } from 'vitest';
import { SearchEngine } from '../../../../src/search/search-engine.ts';
import { indexInMemory } from '../../../support/memory-index.ts';

const paper = (title: string, abstract: string, authors: readonly string[] = []) => ({
  title,
  abstract,
  authors,
});

async function search(
  papers: readonly ReturnType<typeof paper>[],
  text: string,
  { isTyping = false, isInstalled = true } = {},
): Promise<readonly number[]> {
  const { texts } = indexInMemory(papers);
  const engine = new SearchEngine({ ...texts, isInstalled });
  const request = { text, isTyping, limit: 20 };
  return (await engine.search(request, new AbortController().signal)).papers;
}

const STEM_TWICE = paper('Other forms', 'It restarted, and was restarting as comparators do.');
const AS_TYPED = paper(
  'A longer title about something',
  'It restarts, if a comparator says so, at times.',
);

describe('papers that have all of a short query', () => {
  it('come first with the words as they were typed', async () => {
    expect(await search([AS_TYPED, STEM_TWICE], 'restarting comparators')).toEqual([1, 0]);
    expect(await search([AS_TYPED, STEM_TWICE], 'restarts comparator')).toEqual([0, 1]);
  });

  it('keep their order while the last word is typed, and where texts are not on the device', async () => {
    const asScored = [1, 0];
    const papers = [AS_TYPED, STEM_TWICE];
    expect(await search(papers, 'restarts comparator', { isTyping: true })).toEqual(asScored);
    expect(await search(papers, 'restarts comparator', { isInstalled: false })).toEqual(asScored);
  });

  it('do not fall behind for a word that is the name of an author', async () => {
    const byAuthor = paper('Restarts', 'It restarts.', ['Ada Banks']);
    const inText = paper('Something else', 'A bank in a text that restarts.');
    expect(await search([byAuthor, inText], 'banks restarts')).toEqual([0, 1]);
  });

  it('keep their order where they are many', async () => {
    const many = Array.from({ length: 6 }, () => STEM_TWICE);
    expect((await search([AS_TYPED, ...many], 'restarts comparator')).at(-1)).toBe(0);
  });

  it('are compared where they are all there are, and before those that lack a word', async () => {
    const lacking = paper('Comparator', 'A comparator.');
    expect(await search([lacking, AS_TYPED, STEM_TWICE], 'restarts comparator')).toEqual([1, 2, 0]);
  });
});
