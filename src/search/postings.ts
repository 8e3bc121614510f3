import { MalformedError } from '../format/errors.ts';
import { forEachChunk, type DocumentRange, type PostingChunk } from './lists/posting-list.ts';

/** A posting list, or a part of one, in memory. */
export type LoadedList =
  | {
      readonly kind: 'inline';
      readonly documents: readonly number[];
      readonly impacts: readonly number[];
    }
  | {
      readonly kind: 'packed';
      readonly bytes: Uint8Array;
      readonly frequency: number;
      /** Documents that it can have. */
      readonly range: DocumentRange;
    };

/** The postings of a term: lists that have no document in common. */
export type LoadedPostings = readonly LoadedList[];

/** How many documents have the term. */
export function countPostings(postings: LoadedPostings): number {
  let sum = 0;
  for (const list of postings) {
    sum += list.kind === 'inline' ? list.documents.length : list.frequency;
  }
  return sum;
}

/**
 * Goes through the postings of a term, unpacking them into `chunk`, documents ascending within a list.
 * @param visit takes the number of postings in the chunk.
 * @throws MalformedError on a list that is damaged or names documents from `documentLimit` on.
 */
export function forEachPosting(
  postings: LoadedPostings,
  documentLimit: number,
  chunk: PostingChunk,
  visit: (size: number) => void,
): void {
  for (const list of postings) {
    if (list.kind === 'inline') {
      if ((list.documents.at(-1) ?? 0) >= documentLimit) {
        throw new MalformedError('the dictionary', 'it names a document that there is not');
      }
      // By way of the chunk, so that who visits reads arrays of one type only, which is much faster.
      chunk.documents.set(list.documents);
      chunk.impacts.set(list.impacts);
      visit(list.documents.length);
      continue;
    }
    const range = { from: list.range.from, to: Math.min(list.range.to, documentLimit) };
    forEachChunk(list.bytes, list.frequency, range, chunk, visit);
  }
}
