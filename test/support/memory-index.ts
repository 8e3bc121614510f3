import { IndexBuilder, type SearchedPaper } from '../../src/search/build/index-builder.ts';
import { writeLists, type WrittenSegment } from '../../src/search/build/write-lists.ts';
import { BlockCutter } from '../../src/builder/write/block-cutter.ts';
import { createListSet, type ListSet } from '../../src/search/list-set.ts';
import type { ListSetName } from '../../src/search/list-set-name.ts';
import { SEARCH_VERSION } from '../../src/search/search-version.ts';
import { SEGMENT_STEPS } from '../../src/search/segments.ts';
import type { PaperTexts } from '../../src/search/query/verify-phrases.ts';
import type { SearchSources } from '../../src/search/search-sources.ts';

const SIZES = {
  termsBlock: 16_000,
  postingsBlock: 128_000,
  createCutter: () => new BlockCutter({ target: 128_000 }),
};

/**
 * The search index of some papers, in memory, as an engine reads it. Without facets and years.
 * @param steps where its segments may end.
 */
export function indexInMemory(
  papers: Iterable<SearchedPaper>,
  steps = SEGMENT_STEPS,
): Record<ListSetName, SearchSources> & { readonly bytes: Record<ListSetName, number> } {
  const builder = new IndexBuilder();
  const texts: PaperTexts[] = [];
  for (const paper of papers) {
    builder.add(paper);
    texts.push(paper);
  }
  const counted = builder.finish();
  const made = { titles: new MadeSet(), texts: new MadeSet() };
  const segments = writeLists(
    counted,
    { titles: SIZES, texts: SIZES },
    {
      terms: (set, block, _, firstTerm) => made[set].addTerms(block, firstTerm),
      postings: (set, block) => made[set].postings.push(block),
    },
    steps,
  );
  const sourcesOf = (setName: ListSetName): SearchSources => {
    const set = made[setName].open(segments, setName);
    return {
      manifest: {
        version: SEARCH_VERSION,
        tokenizer: '',
        documents: counted.documents,
        segments: [...segments],
        years: [],
      },
      setName,
      isInstalled: true,
      openSet: () => Promise.resolve(set),
      readTitlePairs: () => Promise.resolve(counted.titlePairs),
      readFacets: () => Promise.resolve([]),
      readFacetPapers: () => Promise.resolve(new Uint8Array()),
      readRepositories: () => Promise.resolve(null),
      readTexts(number) {
        const own = texts[number];
        if (own === undefined) return Promise.resolve(null);
        return Promise.resolve(setName === 'texts' ? own : { ...own, abstract: null });
      },
    };
  };
  return {
    titles: sourcesOf('titles'),
    texts: sourcesOf('texts'),
    bytes: { titles: made.titles.bytes, texts: made.texts.bytes },
  };
}

class MadeSet {
  readonly postings: Uint8Array[] = [];
  readonly #terms: Uint8Array[] = [];
  readonly #firstTerms: string[] = [];

  addTerms(block: Uint8Array, firstTerm: string): void {
    this.#terms.push(block);
    this.#firstTerms.push(firstTerm);
  }

  get bytes(): number {
    return [...this.#terms, ...this.postings].reduce((sum, block) => sum + block.byteLength, 0);
  }

  open(segments: readonly WrittenSegment[], name: ListSetName): ListSet {
    const lists = Buffer.concat(this.postings);
    return createListSet(
      {
        firstTerms: this.#firstTerms,
        readTerms: (block) => Promise.resolve(this.#terms[block] ?? new Uint8Array()),
        readPostings(segment, offset, bytes) {
          const at = (segments[segment]?.[name] ?? 0) + offset;
          return Promise.resolve(lists.subarray(at, at + bytes));
        },
      },
      segments.map(({ to }, place) => ({ from: segments[place - 1]?.to ?? 0, to })),
    );
  }
}
