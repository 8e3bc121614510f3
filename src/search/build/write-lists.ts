import { ByteWriter } from '../lists/byte-writer.ts';
import { DictionaryBlockWriter, MAX_INLINE_POSTINGS } from '../lists/dictionary-block.ts';
import { encodePostings } from '../lists/posting-list.ts';
import { NAME_IMPACT, textImpact, type MeanLengths } from '../ranking-model.ts';
import { isNameTerm } from '../words/terms.ts';
import type { ListSetName } from '../list-set-name.ts';
import type { CountedPapers } from './index-builder.ts';
import { abstractCount, documentOf, titleCount } from './posting-log.ts';

/** Takes the blocks of the sets as they are finished, each set's in its order. */
export interface ListSink {
  terms(set: ListSetName, block: Uint8Array<ArrayBuffer>, terms: number, firstTerm: string): void;
  postings(set: ListSetName, block: Uint8Array<ArrayBuffer>): void;
}

export interface ListSizes {
  /** Bytes of a block of the dictionary. */
  readonly termsBlock: number;
  /** Bytes of a block of postings; longer lists go on in the next. */
  readonly postingsBlock: number;
}

/** What was written of a set. */
export interface WrittenSet {
  readonly terms: number;
  readonly postings: number;
}

/** Postings that are sorted at a time: 64 MB of them. */
const MAX_COLLECTED = 1 << 24;

/** Writes both sets. The same papers give the same bytes. */
export function writeLists(
  papers: CountedPapers,
  sizes: Readonly<Record<ListSetName, ListSizes>>,
  sink: ListSink,
): Record<ListSetName, WrittenSet> {
  const { terms, frequencies, log } = papers;
  const order = [...terms.keys()].filter((id) => (frequencies[id] ?? 0) > 0);
  order.sort((a, b) => compareTerms(terms[a] ?? '', terms[b] ?? ''));
  // Terms that are not indexed get a rank behind all others.
  const ranks = new Uint32Array(terms.length).fill(order.length);
  for (const [rank, id] of order.entries()) ranks[id] = rank;
  const writers = {
    titles: new SetWriter('titles', sizes.titles, sink),
    texts: new SetWriter('texts', sizes.texts, sink),
  };
  const lists = new ListMaker(papers);
  for (let first = 0; first < order.length;) {
    const { end, starts, total } = planRange(order, frequencies, first);
    const ends = starts.slice();
    const collected = log.collect(ranks, first, end, ends, total);
    for (let rank = first; rank < end; rank++) {
      const term = terms[order[rank] ?? 0] ?? '';
      const postings = collected.subarray(starts[rank - first], ends[rank - first]);
      lists.make(term, postings);
      const { documents, impacts } = lists;
      writers.texts.add(term, documents.texts, impacts.texts, lists.counts.texts);
      writers.titles.add(term, documents.titles, impacts.titles, lists.counts.titles);
    }
    first = end;
  }
  return { titles: writers.titles.finish(), texts: writers.texts.finish() };
}

function compareTerms(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The ranks from `first` whose postings fit together, and where each begins among them. */
function planRange(order: readonly number[], frequencies: Uint32Array, first: number) {
  let total = 0;
  let end = first;
  const starts: number[] = [];
  while (end < order.length) {
    const frequency = frequencies[order[end] ?? 0] ?? 0;
    if (total > 0 && total + frequency > MAX_COLLECTED) break;
    starts.push(total);
    total += frequency;
    end++;
  }
  return { end, starts: Uint32Array.from(starts), total };
}

/** Turns the counts of one term into documents and impacts, for both sets. */
class ListMaker {
  readonly documents: Record<ListSetName, Uint32Array>;
  readonly impacts: Record<ListSetName, Uint8Array>;
  readonly counts: Record<ListSetName, number> = { titles: 0, texts: 0 };
  readonly #papers: CountedPapers;
  readonly #means: MeanLengths;

  constructor(papers: CountedPapers) {
    const { documents } = papers;
    this.#papers = papers;
    this.#means = meanLengths(papers);
    this.documents = { titles: new Uint32Array(documents), texts: new Uint32Array(documents) };
    this.impacts = { titles: new Uint8Array(documents), texts: new Uint8Array(documents) };
  }

  make(term: string, postings: Uint32Array): void {
    const isName = isNameTerm(term);
    const { titleLengths, abstractLengths } = this.#papers;
    const { documents, impacts } = this;
    let titles = 0;
    let texts = 0;
    for (const posting of postings) {
      const document = documentOf(posting);
      const lengths = {
        title: titleLengths[document] ?? 0,
        abstract: abstractLengths[document] ?? 0,
      };
      const title = titleCount(posting);
      const inTitle = { title, abstract: 0 };
      const inAll = { title, abstract: abstractCount(posting) };
      documents.texts[texts] = document;
      impacts.texts[texts++] = isName ? NAME_IMPACT : textImpact(inAll, lengths, this.#means);
      if (title === 0) continue;
      documents.titles[titles] = document;
      impacts.titles[titles++] = isName ? NAME_IMPACT : textImpact(inTitle, lengths, this.#means);
    }
    this.counts.titles = titles;
    this.counts.texts = texts;
  }
}

/** Mean lengths over the documents that have the field. */
function meanLengths(papers: CountedPapers): MeanLengths {
  return {
    title: meanOf(papers.titleLengths),
    abstract: meanOf(papers.abstractLengths),
  };
}

function meanOf(lengths: Uint16Array): number {
  let sum = 0;
  let count = 0;
  for (const length of lengths) {
    sum += length;
    if (length > 0) count++;
  }
  return count === 0 ? 1 : sum / count;
}

/** Writes the dictionary and the postings of one set, term by term. */
class SetWriter {
  readonly #name: ListSetName;
  readonly #sizes: ListSizes;
  readonly #sink: ListSink;
  readonly #dictionary = new DictionaryBlockWriter();
  readonly #lists = new ByteWriter();
  readonly #list = new ByteWriter();
  /** Bytes of the lists so far, those in blocks that are gone included. */
  #offset = 0;
  #terms = 0;
  #postings = 0;

  constructor(name: ListSetName, sizes: ListSizes, sink: ListSink) {
    this.#name = name;
    this.#sizes = sizes;
    this.#sink = sink;
  }

  add(term: string, documents: Uint32Array, impacts: Uint8Array, count: number): void {
    if (count === 0) return;
    this.#terms++;
    this.#postings += count;
    if (count <= MAX_INLINE_POSTINGS) {
      this.#dictionary.addInline(term, this.#offset, documents, impacts, count);
    } else {
      encodePostings(this.#list, documents, impacts, count);
      const list = this.#list.view();
      this.#dictionary.addStored(term, this.#offset, count, list.byteLength);
      this.#addList(list);
      this.#list.take();
    }
    if (this.#dictionary.bytes >= this.#sizes.termsBlock) this.#endTerms();
  }

  finish(): WrittenSet {
    this.#endTerms();
    this.#endPostings();
    return { terms: this.#terms, postings: this.#postings };
  }

  /** A list that fits into a block of its own is not cut: reading it then takes one block. */
  #addList(list: Uint8Array): void {
    const { postingsBlock } = this.#sizes;
    if (this.#lists.length + list.byteLength > postingsBlock) this.#endPostings();
    for (let at = 0; at < list.byteLength; at += postingsBlock) {
      this.#lists.bytes(list.subarray(at, at + postingsBlock));
      if (this.#lists.length >= postingsBlock) this.#endPostings();
    }
    this.#offset += list.byteLength;
  }

  #endTerms(): void {
    const { terms, firstTerm } = this.#dictionary;
    if (terms > 0) this.#sink.terms(this.#name, this.#dictionary.take(), terms, firstTerm);
  }

  #endPostings(): void {
    if (this.#lists.length > 0) this.#sink.postings(this.#name, this.#lists.take());
  }
}
