import { MalformedError } from '../format/errors.ts';
import {
  createChunk,
  forEachChunk,
  type DocumentRange,
  type PostingChunk,
} from './lists/posting-list.ts';
import { FULL_STRENGTH, LEAST_TITLE_IMPACT } from './ranking-model.ts';
import { PAIR_BYTES } from './title-pairs.ts';
import type { TopResult } from './top-results.ts';
import { TopResults } from './top-results.ts';

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

/** Takes the postings of a list, some at a time. */
export type PostingsVisitor = (
  documents: ArrayLike<number>,
  impacts: ArrayLike<number>,
  size: number,
) => void;

/**
 * Goes through the postings of a term, unpacking them into `chunk`.
 * @throws MalformedError on a list that is damaged or names documents from `documentLimit` on.
 */
export function forEachPosting(
  postings: LoadedPostings,
  documentLimit: number,
  chunk: PostingChunk,
  visit: PostingsVisitor,
): void {
  for (const list of postings) {
    if (list.kind === 'inline') {
      if ((list.documents.at(-1) ?? 0) >= documentLimit) {
        throw new MalformedError('the dictionary', 'it names a document that there is not');
      }
      visit(list.documents, list.impacts, list.documents.length);
      continue;
    }
    const { documents, impacts } = chunk;
    const range = { from: list.range.from, to: Math.min(list.range.to, documentLimit) };
    forEachChunk(list.bytes, list.frequency, range, chunk, (size) =>
      visit(documents, impacts, size),
    );
  }
}

/** A list and what its impacts are multiplied with. */
export interface WeightedPostings {
  readonly postings: LoadedPostings;
  readonly weight: number;
}

/** A list whose documents are no results. */
export interface ExcludedPostings {
  readonly postings: LoadedPostings;
  /** Only places in titles and names count. */
  readonly isTitleOnly: boolean;
}

/** Lists that stand for one word of a query: a document counts by the strongest of them. */
export interface ScoredGroup {
  readonly lists: readonly WeightedPostings[];
  /** What the word counts for when documents are compared by how much of the query they have. */
  readonly coverageWeight: number;
  /** Only places in titles and names count. */
  readonly isTitleOnly: boolean;
  /** A document that is in none of the lists is no result. */
  readonly isRequired: boolean;
}

/** A pair of neighbours in the query, looked for among those of titles. */
export interface ScoredPair {
  /** Bit, 0 to 47, of `title-pairs.ts`. */
  readonly bit: number;
  /** The groups of its words, which have to be in the title; -1 for one that is not looked up. */
  readonly groups: readonly [number, number];
  readonly bonus: number;
}

/** A query with everything read that its score needs. */
export interface ScorePlan {
  /** What each impact counts, 0 to 60. */
  readonly values: Uint8Array;
  readonly groups: readonly ScoredGroup[];
  readonly pairs: readonly ScoredPair[];
  /** Bonus of a document that has the whole query, in 1/256 of what that query can score. */
  readonly coverage: number;
  /** The same for one that has it in its title and the names of its authors. */
  readonly titleCoverage: number;
  /** Documents in any of these are no results. */
  readonly excluded: readonly ExcludedPostings[];
  /** 1 for each document that may be a result; null when all may. */
  readonly allowed: Uint8Array | null;
  /**
   * By what documents are ordered instead of their scores: 0 for all of them is newest first. Null is by
   * score.
   */
  readonly orderBy: ArrayLike<number> | null;
  /** Results wanted, from the best on. */
  readonly limit: number;
}

export interface Ranking {
  readonly top: readonly TopResult[];
  /** Documents that match. */
  readonly total: number;
}

/**
 * Scores every document that has a word of the query, term at a time: each list is decoded once and
 * added into one array over all documents. Exhaustive: at some hundred thousand documents that is faster
 * than skipping through the lists (measured against WAND), and the number of results is exact.
 *
 * A score is the sum over groups of weight times the value of the impact; a bonus for each pair of
 * neighbours that the title has; and two for the shares of the query that are in the document and in its
 * title and authors, each to the sixteenth power, so that they tell complete from nearly complete.
 * Equal scores are ordered by number, highest first, which is newest first.
 */
export class Scorer {
  readonly #documents: number;
  readonly #scores: Int32Array;
  /** Best of the open group, by document. */
  readonly #best: Int32Array;
  /** Bit n: the document has the n-th group; bit 16 + n: it has it in the title or in an author's name. */
  readonly #masks: Uint32Array;
  /** Required groups that a document has. */
  readonly #required: Uint8Array;
  /** By mask of groups, what `createBonus` has worked out. */
  readonly #shares = new Float64Array(1 << MASKED_GROUPS);
  readonly #chunk = createChunk();
  /** Bytes of bits, 6 a document, or null while they are not there. */
  #pairs: Uint8Array | null = null;

  constructor(documents: number) {
    this.#documents = documents;
    this.#scores = new Int32Array(documents);
    this.#best = new Int32Array(documents);
    this.#masks = new Uint32Array(documents);
    this.#required = new Uint8Array(documents);
  }

  /** @param bytes 6 a document, as `setPairBits` writes them; not to be changed afterwards. */
  usePairs(bytes: Uint8Array): void {
    this.#pairs = bytes;
  }

  /** Ranks the documents. Afterwards `scores` tells which matched, until the next call. */
  rank(plan: ScorePlan): Ranking {
    const scores = this.#scores;
    scores.fill(0);
    this.#masks.fill(0);
    // Filters alone: everything that passes them is a result.
    if (plan.groups.length === 0 && plan.allowed !== null) scores.set(plan.allowed);
    const required = plan.groups.filter((group) => group.isRequired).length;
    if (required > 0) this.#required.fill(0);
    for (const [index, group] of plan.groups.entries()) this.#addGroup(group, index, plan.values);
    for (const list of plan.excluded) this.#exclude(list);
    return this.#select(plan, required);
  }

  /** Scores of the last ranking; a document with more than 0 matched. */
  get scores(): Int32Array {
    return this.#scores;
  }

  /** Whether a document has all of the first so many groups of the last ranking, at most 16. */
  hasAll(document: number, groups: number): boolean {
    const all = (1 << groups) - 1;
    return ((this.#masks[document] ?? 0) & all) === all;
  }

  #addGroup(group: ScoredGroup, index: number, values: Uint8Array): void {
    const mark = index < MASKED_GROUPS ? 1 << index : 0;
    const [only] = group.lists;
    const isPlain = !group.isRequired && !group.isTitleOnly;
    if (group.lists.length === 1 && only !== undefined && isPlain) {
      this.#addAlone(only, mark, values);
      return;
    }
    for (const list of group.lists) this.#addStrongest(list, mark, group, values);
    this.#best.fill(0);
  }

  #addAlone({ postings, weight }: WeightedPostings, mark: number, values: Uint8Array): void {
    const scores = this.#scores;
    const masks = this.#masks;
    const titleMark = mark | (mark << MASKED_GROUPS);
    this.#forEach(postings, (documents, impacts, size) => {
      for (let index = 0; index < size; index++) {
        const document = documents[index] as number;
        const impact = impacts[index] as number;
        scores[document] = (scores[document] as number) + weight * (values[impact] as number);
        masks[document] =
          (masks[document] as number) | (impact >= LEAST_TITLE_IMPACT ? titleMark : mark);
      }
    });
  }

  #addStrongest(
    { postings, weight }: WeightedPostings,
    mark: number,
    { isRequired, isTitleOnly }: ScoredGroup,
    values: Uint8Array,
  ): void {
    const scores = this.#scores;
    const masks = this.#masks;
    const titleMark = mark | (mark << MASKED_GROUPS);
    const best = this.#best;
    const required = this.#required;
    this.#forEach(postings, (documents, impacts, size) => {
      for (let index = 0; index < size; index++) {
        const document = documents[index] as number;
        const impact = impacts[index] as number;
        if (isTitleOnly && impact < LEAST_TITLE_IMPACT) continue;
        const value = weight * (values[impact] as number);
        masks[document] =
          (masks[document] as number) | (impact >= LEAST_TITLE_IMPACT ? titleMark : mark);
        const before = best[document] as number;
        if (value <= before) continue;
        scores[document] = (scores[document] as number) + value - before;
        best[document] = value;
        if (isRequired && before === 0) required[document] = (required[document] as number) + 1;
      }
    });
  }

  #exclude({ postings, isTitleOnly }: ExcludedPostings): void {
    const scores = this.#scores;
    const least = isTitleOnly ? LEAST_TITLE_IMPACT : 1;
    this.#forEach(postings, (documents, impacts, size) => {
      for (let index = 0; index < size; index++) {
        if ((impacts[index] as number) >= least) scores[documents[index] as number] = 0;
      }
    });
  }

  #forEach(postings: LoadedPostings, visit: PostingsVisitor): void {
    forEachPosting(postings, this.#documents, this.#chunk, visit);
  }

  #select(plan: ScorePlan, requiredGroups: number): Ranking {
    const { allowed, orderBy } = plan;
    const scores = this.#scores;
    const required = this.#required;
    const top = new TopResults(plan.limit);
    const bonus = createBonus(plan, this.#masks, this.#pairs, this.#shares);
    let total = 0;
    for (let document = 0; document < scores.length; document++) {
      const score = scores[document] as number;
      if (score === 0) continue;
      const isRefused =
        (requiredGroups > 0 && required[document] !== requiredGroups) ||
        (allowed !== null && allowed[document] === 0);
      if (isRefused) {
        scores[document] = 0;
        continue;
      }
      total++;
      if (orderBy !== null) {
        top.add(document, orderBy[document] ?? 0);
        continue;
      }
      // Bonuses are only worked out for documents that could still enter the best.
      if (score + bonus.most < top.least) continue;
      const complete = score + bonus.ofCoverage(document);
      if (complete + bonus.mostPairs < top.least) continue;
      top.add(document, complete + bonus.ofPairs(document));
    }
    return { top: top.finish(), total };
  }
}

/** Groups that are told apart in the mask of a document; later ones count only by their impacts. */
export const MASKED_GROUPS = 16;
const GROUPS_MASK = (1 << MASKED_GROUPS) - 1;

/** By squaring, which gives the same on every machine. */
function sixteenthPower(share: number): number {
  let power = share;
  for (let squared = 0; squared < 4; squared++) power *= power;
  return power;
}

/** What being complete adds to the score of a document, and the most that it can be. */
function createBonus(
  { groups, pairs, titleCoverage, coverage }: ScorePlan,
  masks: Uint32Array,
  bits: Uint8Array | null,
  shares: Float64Array,
) {
  const known = bits === null ? [] : pairs;
  const weights = groups.slice(0, MASKED_GROUPS).map((group) => group.coverageWeight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const unit = (whole * FULL_STRENGTH) / 256;

  // Few masks are met again and again.
  shares.fill(-1, 0, 1 << weights.length);

  /** The share of the query that a mask has, to the sixteenth power. */
  function shareOf(mask: number): number {
    const known = shares[mask] as number;
    if (known >= 0) return known;
    let covered = 0;
    for (let index = 0; index < weights.length; index++) {
      if (((mask >>> index) & 1) === 1) covered += weights[index] as number;
    }
    const powered = sixteenthPower(covered / whole);
    shares[mask] = powered;
    return powered;
  }

  function pairsOf(document: number, titleMask: number): number {
    let sum = 0;
    for (const {
      bit,
      bonus,
      groups: [first, second],
    } of known) {
      const hasWords =
        (first < 0 || ((titleMask >>> first) & 1) === 1) &&
        (second < 0 || ((titleMask >>> second) & 1) === 1);
      if (!hasWords) continue;
      const byte = (bits as Uint8Array)[document * PAIR_BYTES + (bit >> 3)] as number;
      if (((byte >>> (bit & 7)) & 1) === 1) sum += bonus;
    }
    return sum;
  }

  const mostPairs = known.reduce((sum, pair) => sum + pair.bonus, 0);
  return {
    most: Math.floor(unit * (coverage + titleCoverage)) + mostPairs,
    mostPairs,
    ofCoverage(document: number): number {
      if (whole === 0) return 0;
      const mask = masks[document] as number;
      const titleMask = mask >>> MASKED_GROUPS;
      const covering =
        coverage * shareOf(mask & GROUPS_MASK) +
        (titleMask === 0 ? 0 : titleCoverage * shareOf(titleMask));
      return Math.floor(unit * covering);
    },
    ofPairs(document: number): number {
      const titleMask = (masks[document] as number) >>> MASKED_GROUPS;
      return titleMask === 0 ? 0 : pairsOf(document, titleMask);
    },
  };
}
