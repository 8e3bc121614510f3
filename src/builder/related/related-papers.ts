import { invertLists, keepItems, listOf, type IntLists } from '../int-lists.ts';
import type { FeatureKind, FeatureTable } from './feature-table.ts';

/** How much it says when two papers share a feature of a kind; times the square of its rarity. */
const KIND_WEIGHTS: Readonly<Record<FeatureKind, number>> = {
  board: 1,
  task: 1,
  word: 0.5,
  method: 0.6,
  author: 0.35,
};

/** Features of more papers find none: they only decide between papers that a rarer one found. */
const MAX_PAPERS: Readonly<Record<FeatureKind, number>> = {
  board: 300,
  task: 300,
  method: 300,
  author: 300,
  word: 200,
};

/** What rare features must add up to. A rare board or task is enough; of words it takes two, or a very rare one. */
const MIN_SCORE = 0.3;

const MAX_RELATED = 8;
/** Papers found by rare features among which frequent features decide. */
const SHORTLIST = 32;

/**
 * Finds papers that share rare features: boards, tasks, methods, title words, authors. A feature's
 * rarity is ln(N / papers that have it) / ln N, between 0 and 1.
 *
 * One call to `find` adds up weights over the lists of papers of each rare feature, as a search
 * engine does, in arrays that all calls share.
 */
export class RelatedPapers {
  readonly #table: FeatureTable;
  readonly #byPaper: IntLists;
  readonly #byFeature: IntLists;
  /** Of each paper the features that are not rare. */
  readonly #frequentByPaper: IntLists;
  readonly #weights: Float64Array;
  /** Whether a feature finds papers; the others only decide between those found. */
  readonly #isRare: Uint8Array;
  readonly #scores: Float64Array;
  readonly #touched: Int32Array;
  /** Place of each paper when papers are ordered from the newest on; decides ties. */
  readonly #recency: Int32Array;

  constructor(table: FeatureTable, recency: Int32Array) {
    const papers = recency.length;
    this.#table = table;
    this.#recency = recency;
    this.#byPaper = table.featuresByPaper(papers);
    this.#byFeature = invertLists(this.#byPaper, table.size);
    this.#weights = new Float64Array(table.size);
    this.#isRare = new Uint8Array(table.size);
    this.#scores = new Float64Array(papers);
    this.#touched = new Int32Array(papers);
    for (let id = 0; id < table.size; id++) this.#weigh(id, papers);
    this.#frequentByPaper = keepItems(this.#byPaper, (id) => this.#isRare[id] === 0);
  }

  /** The related papers of a paper, the most related first, at most 8. */
  find(paper: number): number[] {
    const features = listOf(this.#byPaper, paper);
    const shortlist = this.#shortlist(paper, features);
    const frequent = listOf(this.#frequentByPaper, paper);
    for (const candidate of shortlist) {
      for (const id of sharedItems(frequent, listOf(this.#frequentByPaper, candidate.paper))) {
        candidate.score += this.#weights[id] ?? 0;
      }
    }
    shortlist.sort((a, b) => this.#compare(a, b));
    return shortlist.slice(0, MAX_RELATED).map((candidate) => candidate.paper);
  }

  #weigh(id: number, papers: number): void {
    const kind = this.#table.kind(id);
    const count = listOf(this.#byFeature, id).length;
    const rarity = papers < 2 ? 0 : Math.log(papers / count) / Math.log(papers);
    this.#weights[id] = KIND_WEIGHTS[kind] * rarity * rarity;
    // What all papers have weighs nothing, and a score of nothing is how the search sees "not met yet".
    this.#isRare[id] = count <= MAX_PAPERS[kind] && count < papers ? 1 : 0;
  }

  /** The hot loop of a build: arrays in locals, places instead of iterators, no object until needed. */
  #shortlist(paper: number, features: Int32Array): { paper: number; score: number }[] {
    const [scores, touched] = [this.#scores, this.#touched];
    const { starts, items } = this.#byFeature;
    let count = 0;
    for (const id of features) {
      if (this.#isRare[id] === 0) continue;
      const weight = this.#weights[id] as number;
      const end = starts[id + 1] as number;
      for (let place = starts[id] as number; place < end; place++) {
        const other = items[place] as number;
        const score = scores[other] as number;
        if (score === 0) touched[count++] = other;
        scores[other] = score + weight;
      }
    }
    const best: { paper: number; score: number }[] = [];
    let least = MIN_SCORE;
    for (let place = 0; place < count; place++) {
      const other = touched[place] as number;
      const score = scores[other] as number;
      scores[other] = 0;
      if (score < least || other === paper) continue;
      this.#insert(best, { paper: other, score });
      if (best.length === SHORTLIST) least = best[SHORTLIST - 1]?.score ?? least;
    }
    return best;
  }

  /** Puts a candidate into its place among the best, unless it is worse than all of a full list. */
  #insert(
    best: { paper: number; score: number }[],
    candidate: { paper: number; score: number },
  ): void {
    const last = best[SHORTLIST - 1];
    if (last !== undefined && this.#compare(last, candidate) <= 0) return;
    let place = Math.min(best.length, SHORTLIST - 1);
    for (; place > 0; place--) {
      const before = best[place - 1];
      if (before === undefined || this.#compare(before, candidate) <= 0) break;
      best[place] = before;
    }
    best[place] = candidate;
  }

  #compare(a: { paper: number; score: number }, b: { paper: number; score: number }): number {
    return b.score - a.score || (this.#recency[a.paper] ?? 0) - (this.#recency[b.paper] ?? 0);
  }
}

/** Items of both ascending lists. */
function sharedItems(a: Int32Array, b: Int32Array): number[] {
  const shared: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared.push(a[i] ?? 0);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
