import { LEAST_SEGMENT_POSTINGS, MAX_INLINE_POSTINGS } from '../lists/term-lists.ts';
import { DictionaryBlockWriter, type SegmentList } from '../lists/dictionary-writer.ts';
import type { DocumentRange } from '../lists/posting-list.ts';
import type { ListSetName } from '../list-set-name.ts';
import { isBoardTerm } from '../words/terms.ts';
import { ListBlocks, type ListCutter } from './list-blocks.ts';

type Block = Uint8Array<ArrayBuffer>;

/** Takes the blocks of the sets, each set's in its order. */
export interface ListSink {
  terms(set: ListSetName, block: Block, terms: number, firstTerm: string): void;
  postings(set: ListSetName, block: Block): void;
}

export interface ListSizes {
  /** Bytes of a block of the dictionary. */
  readonly termsBlock: number;
  /** The most bytes of a block of postings. */
  readonly postingsBlock: number;
  /** Cuts the lists of a segment. */
  readonly createCutter: (segment: number) => ListCutter;
}

/** Writes the dictionary and the postings of one set, term by term. */
export class SetWriter {
  readonly #name: ListSetName;
  readonly #segments: readonly DocumentRange[];
  readonly #sizes: ListSizes;
  readonly #sink: ListSink;
  readonly #dictionary: DictionaryBlockWriter;
  readonly #lists: readonly ListBlocks[];
  /** Blocks of later segments, until those of the first are written. */
  readonly #waiting: readonly Block[][];

  constructor(
    name: ListSetName,
    segments: readonly DocumentRange[],
    sizes: ListSizes,
    sink: ListSink,
  ) {
    this.#name = name;
    this.#segments = segments;
    this.#sizes = sizes;
    this.#sink = sink;
    this.#dictionary = new DictionaryBlockWriter(segments.map(() => 0));
    this.#waiting = segments.map(() => []);
    this.#lists = this.#waiting.map((blocks, segment) => {
      const emit = (block: Block) =>
        segment === 0 ? sink.postings(name, block) : blocks.push(block);
      return new ListBlocks(sizes.createCutter(segment), sizes.postingsBlock, emit);
    });
  }

  /** @param documents ascending; changed here. */
  add(term: string, documents: Uint32Array, impacts: Uint8Array, count: number): void {
    if (count === 0) return;
    const segments: SegmentList[] = [];
    let others = 0;
    /** The first segment without a list: those of the other postings count from there. */
    let base = 0;
    let start = 0;
    for (const [segment, { from, to }] of this.#segments.entries()) {
      let end = start;
      while (end < count && (documents[end] ?? 0) < to) end++;
      if (this.#hasList(term, segment, end - start)) {
        const own = [documents.subarray(start, end), impacts.subarray(start, end)] as const;
        const bytes = this.#lists[segment]?.add(term, ...own, from) ?? 0;
        segments.push({ segment, frequency: end - start, bytes });
        if (base === segment) base++;
      } else {
        documents.copyWithin(others, start, end);
        impacts.copyWithin(others, start, end);
        others += end - start;
      }
      start = end;
    }
    const left = [documents.subarray(0, others), impacts.subarray(0, others)] as const;
    const listed = this.#addOthers(term, ...left, this.#segments[base]?.from ?? 0);
    this.#dictionary.add({ term, frequency: count, segments, others: listed });
    if (this.#dictionary.bytes >= this.#sizes.termsBlock) this.#endTerms();
  }

  /** What leaderboards a paper is on changes without a new paper: so they have one list, in the last segment. */
  #hasList(term: string, segment: number, postings: number): boolean {
    const isLast = segment === this.#segments.length - 1;
    return !isLast && postings >= LEAST_SEGMENT_POSTINGS && !isBoardTerm(term);
  }

  #addOthers(term: string, documents: Uint32Array, impacts: Uint8Array, from: number) {
    if (documents.length > MAX_INLINE_POSTINGS) {
      return this.#lists.at(-1)?.add(term, documents, impacts, from) ?? 0;
    }
    return { documents: documents.map((document) => document - from), impacts };
  }

  /** @returns where the lists of each segment begin in the section of postings. */
  finish(): number[] {
    this.#endTerms();
    const begins: number[] = [];
    let at = 0;
    for (const lists of this.#lists) {
      lists.finish();
      begins.push(at);
      at += lists.bytes;
    }
    for (const block of this.#waiting.flat()) this.#sink.postings(this.#name, block);
    return begins;
  }

  #endTerms(): void {
    const { terms, firstTerm } = this.#dictionary;
    if (terms > 0) this.#sink.terms(this.#name, this.#dictionary.take(), terms, firstTerm);
  }
}
