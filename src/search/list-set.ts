import { findTerm, type TermEntry } from './lists/dictionary-block.ts';
import type { LoadedPostings } from './scorer.ts';

/** Where the bytes of a set of lists come from: memory, the device or the host. */
export interface ListSource {
  /** First term of each block of the dictionary, ascending. */
  readonly firstTerms: readonly string[];
  readTerms(block: number): Promise<Uint8Array>;
  /** Bytes of the section of postings. */
  readPostings(offset: number, bytes: number): Promise<Uint8Array>;
}

/** One set of lists, read on demand. */
export interface ListSet {
  readonly source: ListSource;
  find(term: string): Promise<TermEntry | null>;
  load(entry: TermEntry): Promise<LoadedPostings>;
}

export function createListSet(source: ListSource): ListSet {
  return {
    source,
    async find(term) {
      const block = blockOfTerm(source.firstTerms, term);
      return block < 0 ? null : findTerm(await source.readTerms(block), term);
    },
    async load({ postings, frequency }) {
      if (postings.kind === 'inline') return postings;
      const bytes = await source.readPostings(postings.offset, postings.bytes);
      return { kind: 'packed', bytes, frequency };
    },
  };
}

/** The block that can hold a term: the last whose first term is not after it; -1 when none can. */
export function blockOfTerm(firstTerms: readonly string[], term: string): number {
  let low = 0;
  let high = firstTerms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firstTerms[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
