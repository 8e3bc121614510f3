import { IndexBuilder, type SearchedPaper } from '../../search/build/index-builder.ts';
import { finishIndex, type IndexBlock } from './search-indexer.ts';

/** What the builder's main thread asks for. */
export type IndexRequest =
  | { readonly kind: 'papers'; readonly papers: readonly SearchedPaper[] }
  | { readonly kind: 'finish' };

/** What the thread answers: `taken` for each batch of papers, then all blocks and `finished`. */
export type IndexAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'block'; readonly block: IndexBlock }
  | { readonly kind: 'finished' };

/**
 * The inside of the thread that indexes. Loaded by name, in search-thread.mjs.
 * @lintignore
 */
export function createIndexThread(
  answer: (message: IndexAnswer, transfer?: ArrayBuffer[]) => void,
): (request: IndexRequest) => void {
  const builder = new IndexBuilder();
  return (request) => {
    switch (request.kind) {
      case 'papers':
        for (const paper of request.papers) builder.add(paper);
        answer({ kind: 'taken' });
        return;
      case 'finish':
        finishIndex(builder, (block) => answer({ kind: 'block', block }, [block.bytes.buffer]));
        answer({ kind: 'finished' });
    }
  };
}
