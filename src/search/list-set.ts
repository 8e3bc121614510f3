import { MalformedError } from '../format/errors.ts';
import { findTerm, type TermEntry } from './lists/dictionary-block.ts';
import type { TermList } from './lists/term-lists.ts';
import type { DocumentRange } from './lists/posting-list.ts';
import type { LoadedList, LoadedPostings } from './postings.ts';

/** Where the bytes of a set of lists come from: memory, the device or the host. */
export interface ListSource {
  /** First term of each block of the dictionary, ascending. */
  readonly firstTerms: readonly string[];
  readTerms(block: number): Promise<Uint8Array>;
  /** Bytes from a place on among the lists of a segment. */
  readPostings(segment: number, offset: number, bytes: number): Promise<Uint8Array>;
}

/** One set of lists, read on demand. */
export interface ListSet {
  readonly source: ListSource;
  find(term: string): Promise<TermEntry | null>;
  load(entry: TermEntry): Promise<LoadedPostings>;
}

/** @param segments documents of each segment of the index, which follow one another. */
export function createListSet(source: ListSource, segments: readonly DocumentRange[]): ListSet {
  async function loadList(list: TermList): Promise<LoadedList> {
    const { from } = rangeOf(list.base);
    if (list.kind === 'inline') {
      const { documents, impacts } = list;
      return { kind: 'inline', documents: documents.map((document) => from + document), impacts };
    }
    const { segment, frequency, offset, bytes } = list;
    const { to } = rangeOf(segment);
    const read = await source.readPostings(segment, offset, bytes);
    return { kind: 'packed', bytes: read, frequency, range: { from, to } };
  }

  function rangeOf(segment: number): DocumentRange {
    const range = segments[segment];
    if (range === undefined) {
      throw new MalformedError('dictionary', `it names a segment ${segment} that there is not`);
    }
    return range;
  }

  return {
    source,
    async find(term) {
      const block = blockOfTerm(source.firstTerms, term);
      return block < 0 ? null : findTerm(await source.readTerms(block), term);
    },
    load: ({ lists }) => Promise.all(lists.map(loadList)),
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
