import { IndexBuilder, type SearchedPaper } from '../../search/build/index-builder.ts';
import { finishIndex, type IndexPiece } from './search-indexer.ts';

/** What the builder's main thread asks for. */
export type IndexRequest =
  | { readonly kind: 'papers'; readonly papers: readonly SearchedPaper[] }
  | { readonly kind: 'finish' };

/** What the thread answers: `taken` for each batch of papers, then all pieces and `finished`. */
export type IndexAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'piece'; readonly piece: IndexPiece }
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
        finishIndex(builder, (piece) =>
          answer({ kind: 'piece', piece }, piece.kind === 'segments' ? [] : [piece.bytes.buffer]),
        );
        answer({ kind: 'finished' });
    }
  };
}
