import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchedPaper } from '../../../src/search/build/index-builder.ts';
import {
  IMPACT_VALUES,
  NAME_IMPACT,
  textImpact,
  USUAL_LENGTHS,
} from '../../../src/search/ranking-model.ts';
import { SearchEngine } from '../../../src/search/search-engine.ts';
import type { SimilarPaper, SimilarRequest } from '../../../src/search/similar/similar-papers.ts';
import { sharedWeight } from '../../../src/search/similar/telling-terms.ts';
import { collectTextTerms } from '../../../src/search/similar/text-terms.ts';
import { indexInMemory } from '../../support/memory-index.ts';

const word = fc
  .integer({ min: 0, max: 25 })
  .map((place) => `zu${'bcdfghklmnpqrtvwxbcdfghklm'[place]!}${'ou'[place % 2]!}k`);
const paper = fc.record({
  title: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  abstract: fc.option(fc.array(word, { maxLength: 20 }).map((words) => words.join(' '))),
  boards: fc.uniqueArray(fc.constantFrom('a-on-b', 'c-on-d', 'e-on-f'), { maxLength: 2 }),
  authors: fc.constant([]),
});
type Generated = SearchedPaper & { readonly boards: readonly string[] };

const LIMIT = 5;
/** Small ones, so that few papers have several segments. */
const SEGMENT_STEPS = [8, 3];

function ask(papers: readonly Generated[], number: number): Promise<SimilarPaper[]> {
  const engine = new SearchEngine(indexInMemory(papers, SEGMENT_STEPS).texts);
  return engine.similar(requestOf(papers[number]!, number), new AbortController().signal);
}

function requestOf({ title, abstract, boards }: Generated, number: number): SimilarRequest {
  return { number, title, abstract, boards, tasks: [], methods: [], limit: LIMIT };
}

/** The same from the definition: every paper scored by itself, from its texts. */
function askNaively(papers: readonly Generated[], number: number): SimilarPaper[] {
  const split = (text: string | null) => (text ?? '').split(' ').filter((one) => one !== '');
  const parts = papers.map(({ title, abstract, boards }) => ({
    title: split(title),
    abstract: split(abstract),
    boards,
  }));
  const count = (words: readonly string[], one: string) =>
    words.filter((own) => own === one).length;
  const has = ({ title, abstract }: (typeof parts)[number], one: string) =>
    title.includes(one) || abstract.includes(one);
  const own = parts[number]!;
  const words = [...new Set([...own.title, ...own.abstract])]
    .map((one) => ({ one, frequency: parts.filter((part) => has(part, one)).length }))
    .filter(({ frequency }) => frequency > 1)
    .map(({ one, frequency }) => {
      const counts = { title: count(own.title, one), abstract: count(own.abstract, one) };
      const strength = IMPACT_VALUES[textImpact(counts, USUAL_LENGTHS)]! / 60;
      const shared = sharedWeight(frequency, papers.length);
      return { one, weight: Math.max(1, Math.round(shared * strength)) };
    })
    .sort((a, b) => b.weight - a.weight || (a.one < b.one ? -1 : 1));
  const scoreOf = (part: (typeof parts)[number]) => {
    const lengths = { title: part.title.length, abstract: part.abstract.length };
    const ofWords = words.map(({ one, weight }) => {
      if (!has(part, one)) return 0;
      const counts = { title: count(part.title, one), abstract: count(part.abstract, one) };
      return weight * IMPACT_VALUES[textImpact(counts, lengths)]!;
    });
    const ofBoards = own.boards.map((board) => {
      const frequency = parts.filter(({ boards }) => boards.includes(board)).length;
      const isShared = frequency > 1 && part.boards.includes(board);
      return isShared ? sharedWeight(frequency, papers.length) * IMPACT_VALUES[NAME_IMPACT]! : 0;
    });
    return [...ofWords, ...ofBoards].reduce((sum, score) => sum + score, 0);
  };
  const least = scoreOf(own) * 0.08;
  return parts
    .map((part, place) => ({ place, score: scoreOf(part) }))
    .filter(({ place, score }) => place !== number && score > 0 && score >= least)
    .sort((a, b) => b.score - a.score || b.place - a.place)
    .slice(0, LIMIT)
    .map(({ place }) => ({
      number: place,
      words: words
        .filter(({ one }) => has(parts[place]!, one))
        .map(({ one }) => one)
        .slice(0, 4),
      boards: own.boards.filter((board) => parts[place]!.boards.includes(board)),
    }));
}

describe('similar papers', () => {
  it('are those of a naive comparison of every paper', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(paper, { minLength: 1, maxLength: 40 })
          .chain((papers) => fc.tuple(fc.constant(papers), fc.nat(papers.length - 1))),
        async ([papers, number]) => {
          expect(await ask(papers, number)).toEqual(askNaively(papers, number));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are none where nothing is shared', async () => {
    const lonely = ['zubok', 'zucuk'].map((title) => ({
      title,
      abstract: null,
      boards: [],
      authors: [],
    }));
    expect(await ask(lonely, 0)).toEqual([]);
  });
});

describe('the terms of a text', () => {
  it('has compounds as people write them, with their parts, and no stop words', () => {
    const [compound, plain, ...others] = collectTextTerms('Cross-Modal and the Nets', 'Nets, and.');
    expect(compound).toMatchObject({ word: 'cross-modal', counts: { title: 1, abstract: 0 } });
    expect(compound!.parts.map(({ word }) => word)).toEqual(['cross', 'modal']);
    expect(plain).toMatchObject({ word: 'nets', counts: { title: 1, abstract: 1 } });
    expect(others.map(({ word }) => word)).toEqual([]);
  });
});
