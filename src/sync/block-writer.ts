import type { BlockStore, BlockToStore } from '../db/block-store.ts';

/** Stores blocks as they come. */
export interface BlockWriter<T extends BlockToStore> {
  /** Hands over a verified block. It is stored soon; `failure` tells if that went wrong. */
  add(block: T): void;
  /** Resolves when all blocks handed over are stored. @throws what storing threw */
  finish(): Promise<void>;
}

/**
 * Writes one transaction at a time, with all blocks that came during the one before. Where blocks come
 * fast the transactions grow, and cost little for each; where they come slowly each is stored at once,
 * so that little is lost when the tab is closed.
 *
 * @param onStored called after a transaction, with its blocks.
 * @param onFailed called once, when a transaction fails; nothing is stored after that.
 */
export function createBlockWriter<T extends BlockToStore>(
  store: Pick<BlockStore, 'putAll'>,
  onStored: (blocks: readonly T[]) => void,
  onFailed: (error: unknown) => void,
): BlockWriter<T> {
  let waiting: T[] = [];
  let writing: Promise<void> | null = null;
  let failure: { readonly error: unknown } | null = null;

  async function write(): Promise<void> {
    try {
      while (waiting.length > 0) {
        const blocks = waiting;
        waiting = [];
        await store.putAll(blocks);
        onStored(blocks);
      }
    } catch (error) {
      failure = { error };
      onFailed(error);
    } finally {
      writing = null;
    }
  }

  return {
    add(block) {
      if (failure !== null) return;
      waiting.push(block);
      writing ??= write();
    },
    async finish() {
      await writing;
      if (failure !== null) throw failure.error;
    },
  };
}
