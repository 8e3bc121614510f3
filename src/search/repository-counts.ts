import { MalformedError } from '../format/errors.ts';
import { createChunk, forEachChunk } from './lists/posting-list.ts';

/**
 * Repositories of every document, from the list of those that have code and a varint for each of them.
 * @param code posting list of `papers` documents.
 * @param counts the varints, in the order of the list.
 * @throws MalformedError when the two do not agree.
 */
export function decodeRepositoryCounts(
  code: Uint8Array,
  papers: number,
  counts: Uint8Array,
  documents: number,
): Uint32Array {
  const byDocument = new Uint32Array(documents);
  const chunk = createChunk();
  let at = 0;
  forEachChunk(code, papers, { from: 0, to: documents }, chunk, (size) => {
    for (let index = 0; index < size; index++) {
      let count = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = counts[at++];
        if (byte === undefined || shift > 28) throw badCounts();
        count += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) break;
      }
      byDocument[chunk.documents[index] as number] = count;
    }
  });
  if (at !== counts.byteLength) throw badCounts();
  return byDocument;
}

function badCounts(): MalformedError {
  return new MalformedError(
    'numbers of repositories',
    'they do not agree with the list of papers with code',
  );
}
