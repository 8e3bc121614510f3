/**
 * The loops over a chunk of postings, which are most of the time of a query. As functions of their own, given all
 * that they use, they are compiled once and well.
 */
import type { PostingChunk } from './lists/posting-list.ts';
import { LEAST_TITLE_IMPACT } from './ranking-model.ts';
import { MASKED_GROUPS } from './score-plan.ts';

/** An impact shifted by this is 1 where it is one of a title. */
const TITLE_SHIFT = Math.log2(LEAST_TITLE_IMPACT);

/** Adds to the scores what each impact gives. */
export function addGains(
  { documents, impacts }: PostingChunk,
  size: number,
  gains: Int32Array,
  scores: Int32Array,
): void {
  for (let index = 0; index < size; index++) {
    const document = documents[index] as number;
    scores[document] = (scores[document] as number) + (gains[impacts[index] as number] as number);
  }
}

/** Marks documents as having a group, and those that have it in the title. */
export function addMarks(
  { documents, impacts }: PostingChunk,
  size: number,
  mark: number,
  masks: Int32Array,
): void {
  const titleMark = mark << MASKED_GROUPS;
  for (let index = 0; index < size; index++) {
    const document = documents[index] as number;
    // All ones for impacts of titles, 16 to 31, without a branch: it could not be foreseen.
    const isInTitle = -((impacts[index] as number) >> TITLE_SHIFT);
    masks[document] = (masks[document] as number) | mark | (titleMark & isInTitle);
  }
}

/** Keeps in `best` the most that documents get; returns how many documents are in `touched` then. */
export function collectGains(
  { documents, impacts }: PostingChunk,
  size: number,
  gains: Int32Array,
  best: Int32Array,
  touched: Int32Array,
  touchedCount: number,
): number {
  let count = touchedCount;
  for (let index = 0; index < size; index++) {
    const document = documents[index] as number;
    const impact = impacts[index] as number;
    const gained = ((gains[impact] as number) << 1) | (impact >> TITLE_SHIFT);
    const other = best[document] as number;
    touched[count] = document;
    // 1 where there was nothing.
    count += (other - 1) >>> 31;
    best[document] = Math.max(gained, other) | ((gained | other) & 1);
  }
  return count;
}

/** Moves the postings of titles to the front of a chunk; returns how many there are. */
export function keepTitles({ documents, impacts }: PostingChunk, size: number): number {
  let kept = 0;
  for (let index = 0; index < size; index++) {
    const impact = impacts[index] as number;
    if (impact < LEAST_TITLE_IMPACT) continue;
    documents[kept] = documents[index] as number;
    impacts[kept++] = impact;
  }
  return kept;
}
