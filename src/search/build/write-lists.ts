import { NAME_IMPACT, textImpact } from '../ranking-model.ts';
import type { ListSetName } from '../list-set-name.ts';
import { planSegments, SEGMENT_STEPS } from '../segments.ts';
import { isNameTerm } from '../words/terms.ts';
import type { CountedPapers } from './index-builder.ts';
import { abstractCount, documentOf, titleCount } from './posting-log.ts';
import { SetWriter, type ListSizes, type ListSink } from './set-writer.ts';

/** The number that a segment ends before, and where its lists begin in the sections of postings. */
export type WrittenSegment = { readonly to: number } & Readonly<Record<ListSetName, number>>;

/** Postings that are sorted at a time: 64 MB of them. */
const MAX_COLLECTED = 1 << 24;

/**
 * Writes both sets. The same papers give the same bytes, and the lists of a segment but the last depend on no paper behind it.
 * @param steps where segments may end: `planSegments`.
 */
export function writeLists(
  papers: CountedPapers,
  sizes: Readonly<Record<ListSetName, ListSizes>>,
  sink: ListSink,
  steps = SEGMENT_STEPS,
): WrittenSegment[] {
  const { terms, frequencies, log } = papers;
  const segments = planSegments(papers.documents, steps);
  const order = [...terms.keys()].filter((id) => (frequencies[id] ?? 0) > 0);
  order.sort((a, b) => compareTerms(terms[a] ?? '', terms[b] ?? ''));
  // Terms that are not indexed get a rank behind all others.
  const ranks = new Uint32Array(terms.length).fill(order.length);
  for (const [rank, id] of order.entries()) ranks[id] = rank;
  const writers = {
    titles: new SetWriter('titles', segments, sizes.titles, sink),
    texts: new SetWriter('texts', segments, sizes.texts, sink),
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
  const [titles, texts] = [writers.titles.finish(), writers.texts.finish()];
  return segments.map(({ to }, place) => ({
    to,
    titles: titles[place] ?? 0,
    texts: texts[place] ?? 0,
  }));
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

  constructor(papers: CountedPapers) {
    const { documents } = papers;
    this.#papers = papers;
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
      impacts.texts[texts++] = isName ? NAME_IMPACT : textImpact(inAll, lengths);
      if (title === 0) continue;
      documents.titles[titles] = document;
      impacts.titles[titles++] = isName ? NAME_IMPACT : textImpact(inTitle, lengths);
    }
    this.counts.titles = titles;
    this.counts.texts = texts;
  }
}
