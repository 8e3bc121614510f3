import { IndexBuilder, type SearchedPaper } from '../../search/build/index-builder.ts';
import type { ListSizes } from '../../search/build/set-writer.ts';
import { writeLists, type WrittenSegment } from '../../search/build/write-lists.ts';
import type { ListSetName } from '../../search/list-set-name.ts';
import { BlockCutter, QUICK_BLOCK_BYTES, QUICK_BLOCK_TARGET } from '../write/block-cutter.ts';

/** A finished block of the index, or what is known of the segments when all blocks are written. */
export type IndexPiece =
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
  | { readonly kind: 'pairs'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'segments'; readonly segments: readonly WrittenSegment[] };

/** Makes the search index while the papers go by. */
export interface SearchIndexer {
  /** Takes the next paper; waits when the indexer is behind. */
  add(paper: SearchedPaper): Promise<void>;
  /** The blocks of the index, each set's in its order, then its segments. To be called once, at the end. */
  finish(): AsyncIterable<IndexPiece>;
  close(): Promise<void>;
}

/**
 * Bytes of a block. Titles have small ones, above all in later segments, whose lists are short: they are also
 * searched without being installed, a few blocks a query. Texts are searched from the device: theirs are as
 * large as they can be for a quick read there.
 */
const LIST_SIZES: Readonly<Record<ListSetName, ListSizes>> = {
  titles: listSizes({ terms: 16_000, first: 24_000, later: 8000, longest: 24_000 }),
  texts: listSizes({
    terms: 32_000,
    first: QUICK_BLOCK_TARGET,
    later: QUICK_BLOCK_TARGET,
    longest: QUICK_BLOCK_BYTES,
  }),
};

function listSizes({
  terms,
  first,
  later,
  longest,
}: Record<'terms' | 'first' | 'later' | 'longest', number>): ListSizes {
  return {
    termsBlock: terms,
    postingsBlock: longest,
    createCutter: (segment) => new BlockCutter({ target: segment === 0 ? first : later }),
  };
}

/** Writes everything that was counted, handing each block to `take`. */
export function finishIndex(builder: IndexBuilder, take: (block: IndexPiece) => void): void {
  const counted = builder.finish();
  take({ kind: 'pairs', bytes: counted.titlePairs });
  const segments = writeLists(counted, LIST_SIZES, {
    terms: (set, bytes, terms, firstTerm) => take({ kind: 'terms', set, bytes, terms, firstTerm }),
    postings: (set, bytes) => take({ kind: 'postings', set, bytes }),
  });
  take({ kind: 'segments', segments });
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
      const blocks: IndexPiece[] = [];
      finishIndex(builder, (block) => blocks.push(block));
      yield* blocks;
    },
    close: () => Promise.resolve(),
  };
}
