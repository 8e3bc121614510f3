import { IndexBuilder, type SearchedPaper } from '../../search/build/index-builder.ts';
import { writeLists, type ListSizes } from '../../search/build/write-lists.ts';
import type { ListSetName } from '../../search/list-set-name.ts';

/** A finished block of the index. */
export type IndexBlock =
  | {
      readonly kind: 'terms';
      readonly set: ListSetName;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly terms: number;
      readonly firstTerm: string;
    }
  | {
      readonly kind: 'postings';
      readonly set: ListSetName;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  /** 6 bytes of title pairs a paper, all of them. */
  | { readonly kind: 'pairs'; readonly bytes: Uint8Array<ArrayBuffer> };

/** Makes the search index while the papers go by. */
export interface SearchIndexer {
  /** Takes the next paper; waits when the indexer is behind. */
  add(paper: SearchedPaper): Promise<void>;
  /** The blocks of the index, each set's in its order. To be called once, at the end. */
  finish(): AsyncIterable<IndexBlock>;
  close(): Promise<void>;
}

/**
 * Bytes of a block. Titles have small ones: they are also searched without being installed, a few blocks
 * a query; texts are searched from the device, where fewer blocks are better.
 */
export const LIST_SIZES: Readonly<Record<ListSetName, ListSizes>> = {
  titles: { termsBlock: 16_000, postingsBlock: 32_000 },
  texts: { termsBlock: 32_000, postingsBlock: 160_000 },
};

/** Writes everything that was counted, handing each block to `take`. */
export function finishIndex(builder: IndexBuilder, take: (block: IndexBlock) => void): void {
  const counted = builder.finish();
  take({ kind: 'pairs', bytes: counted.titlePairs });
  writeLists(counted, LIST_SIZES, {
    terms: (set, bytes, terms, firstTerm) => take({ kind: 'terms', set, bytes, terms, firstTerm }),
    postings: (set, bytes) => take({ kind: 'postings', set, bytes }),
  });
}

/** Indexes in this thread. */
export function createLocalIndexer(): SearchIndexer {
  const builder = new IndexBuilder();
  return {
    add(paper) {
      builder.add(paper);
      return Promise.resolve();
    },
    async *finish() {
      const blocks: IndexBlock[] = [];
      finishIndex(builder, (block) => blocks.push(block));
      yield* blocks;
    },
    close: () => Promise.resolve(),
  };
}
