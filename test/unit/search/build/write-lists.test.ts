import { describe, expect, it } from 'vitest';
import { IndexBuilder, type SearchedPaper } from '../../../../src/search/build/index-builder.ts';
import { writeLists } from '../../../../src/search/build/write-lists.ts';
import { SearchEngine } from '../../../../src/search/search-engine.ts';
import { BlockCutter } from '../../../../src/builder/write/block-cutter.ts';
import { indexInMemory } from '../../../support/memory-index.ts';
import { createRandom } from '../../../support/fuzz/random.ts';

/** Small ones: 900 papers have a segment of 600, one of 200, and the last. */
const STEPS = [600, 200];
const SETS = ['titles', 'texts'] as const;

const random = createRandom(21);
const WORDS = Array.from({ length: 400 }, (_, place) => `wo${place.toString(36)}x`);
/** Words of low places are met more often. */
const word = () => WORDS[Math.floor(random.next() ** 2 * WORDS.length)]!;
const words = (count: number) => Array.from({ length: count }, word).join(' ');

function makePaper(): SearchedPaper & { readonly boards: readonly string[] } {
  return {
    title: words(1 + random.below(6)),
    // Compounds too: whether one is indexed depends on how often it is met.
    abstract: random.below(9) === 0 ? null : `${words(random.below(30))} ${word()}-${word()}`,
    authors: [words(2)],
    boards: random.below(4) === 0 ? [`task-on-${random.below(5)}`] : [],
  };
}

const OLD = Array.from({ length: 900 }, makePaper);
/** Every tenth paper is on another leaderboard than before, and there are new papers. */
const LATER = [
  ...OLD.map((paper, place) => (place % 10 === 0 ? { ...paper, boards: ['task-on-9'] } : paper)),
  ...Array.from({ length: 80 }, makePaper),
];

/** Blocks of each set's postings, and the lists of each segment. */
function write(papers: readonly SearchedPaper[]) {
  const builder = new IndexBuilder();
  for (const paper of papers) builder.add(paper);
  const blocks = { titles: [] as Buffer[], texts: [] as Buffer[] };
  const sizes = {
    termsBlock: 2000,
    postingsBlock: 300,
    createCutter: () => new BlockCutter({ target: 300 }),
  };
  const segments = writeLists(
    builder.finish(),
    { titles: sizes, texts: sizes },
    {
      terms: () => undefined,
      postings: (set, block) => blocks[set].push(Buffer.from(block)),
    },
    STEPS,
  );
  return { blocks, segments };
}

describe('the lists of an archive that grows', () => {
  const old = write(OLD);
  const later = write(LATER);

  it('are cut into segments that end at multiples of the steps', () => {
    expect(old.segments.map(({ to }) => to)).toEqual([600, 800, 900]);
    expect(later.segments.map(({ to }) => to)).toEqual([600, 800, 980]);
  });

  it.each(SETS)('of %s stay the same blocks in all segments but the last', (set) => {
    const [, , last] = later.segments;
    const bytesBefore = last![set];
    expect(bytesBefore).toBeGreaterThan(500);
    expect(old.segments.map((segment) => segment[set])).toEqual(
      later.segments.map((segment) => segment[set]),
    );
    let at = 0;
    for (const [place, block] of old.blocks[set].entries()) {
      if (at >= bytesBefore) break;
      expect(later.blocks[set][place]?.equals(block)).toBe(true);
      at += block.byteLength;
    }
    expect(at).toBe(bytesBefore);
  });

  it.each(SETS)('of %s find what an index of one segment finds', async (set) => {
    const engines = [STEPS, []].map((steps) => new SearchEngine(indexInMemory(LATER, steps)[set]));
    for (let query = 0; query < 200; query++) {
      const text = [word(), word(), random.below(2) === 0 ? `-${word()}` : word()].join(' ');
      const request = { text, isTyping: query % 3 === 0, limit: 1000 };
      const [found, expected] = await Promise.all(
        engines.map((engine) => engine.search(request, new AbortController().signal)),
      );
      expect(found).toEqual(expected);
    }
  });
});
