import { CompletenessBonus, createBonusScratch } from './completeness-bonus.ts';
import { createChunk, type PostingChunk } from './lists/posting-list.ts';
import { countPostings, forEachPosting, type LoadedPostings } from './postings.ts';
import { LEAST_TITLE_IMPACT } from './ranking-model.ts';
import {
  MASKED_GROUPS,
  type ExcludedPostings,
  type ScoredGroup,
  type ScorePlan,
  type WeightedPostings,
} from './score-plan.ts';
import { TopResults, type TopResult } from './top-results.ts';

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
  /** Bit n: the document has the n-th group; bit 16 + n: it has it in the title or in an author's name. */
  readonly #masks: Int32Array;
  /** Required groups that a document has. */
  readonly #required: Uint8Array;
  /** What the shorter lists of the open group give, by document. */
  readonly #best: Int32Array;
  /** Documents that are in them, and the scores that those had before the group. */
  readonly #touched: Int32Array;
  readonly #before: Int32Array;
  #touchedCount = 0;
  /** What each impact of the open list gives. */
  readonly #gains = new Int32Array(256);
  readonly #chunk = createChunk();
  readonly #bonusScratch = createBonusScratch();
  /** Bytes of bits, 6 a document, or null while they are not there. */
  #pairs: Uint8Array | null = null;

  constructor(documents: number) {
    this.#documents = documents;
    this.#scores = new Int32Array(documents);
    this.#masks = new Int32Array(documents);
    this.#required = new Uint8Array(documents);
    this.#best = new Int32Array(documents);
    this.#touched = new Int32Array(documents);
    this.#before = new Int32Array(documents);
  }

  /** @param bytes 6 a document, as `setPairBits` writes them; not to be changed afterwards. */
  usePairs(bytes: Uint8Array): void {
    this.#pairs = bytes;
  }

  /**
   * Ranks the documents. Afterwards `scores` tells which matched, until the next call.
   * @throws MalformedError on a damaged list.
   */
  rank(plan: ScorePlan): Ranking {
    const scores = this.#scores;
    scores.fill(0);
    this.#masks.fill(0);
    this.#forgetTouched();
    // Filters alone: everything that passes them is a result.
    if (plan.groups.length === 0 && plan.allowed !== null) scores.set(plan.allowed);
    const required = plan.groups.filter((group) => group.isRequired).length;
    if (required > 0) this.#required.fill(0);
    for (const [index, group] of plan.groups.entries()) this.#addGroup(group, index, plan.values);
    for (const list of plan.excluded) this.#exclude(list);
    if (required > 0) this.#refuseWithout(required);
    if (plan.allowed !== null) this.#refuseOthers(plan.allowed);
    return plan.orderBy === null
      ? this.#selectBest(plan)
      : this.#selectBy(plan.orderBy, plan.limit);
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

  /**
   * Adds what a word gives. Most words have one long list and perhaps a short one, of authors that are called
   * so: the long one is added as if it were alone, and what documents of the short ones got is mended.
   */
  #addGroup(group: ScoredGroup, index: number, values: Uint8Array): void {
    const mark = index < MASKED_GROUPS ? 1 << index : 0;
    const longest = longestOf(group.lists);
    if (longest === null) return;
    for (const list of group.lists) if (list !== longest) this.#collect(list, mark, group, values);
    const scores = this.#scores;
    const touched = this.#touched;
    const before = this.#before;
    const count = this.#touchedCount;
    for (let place = 0; place < count; place++) {
      before[place] = scores[touched[place] as number] as number;
    }
    this.#add(longest, mark, group, values);
    for (let place = 0; place < count; place++) {
      const document = touched[place] as number;
      const gained = (scores[document] as number) - (before[place] as number);
      const other = this.#best[document] as number;
      if (other > gained) scores[document] = (before[place] as number) + other;
      if (gained === 0 && group.isRequired) this.#countRequired(document);
    }
    this.#forgetTouched();
  }

  /** Adds a list to the scores. */
  #add(
    { postings, weight }: WeightedPostings,
    mark: number,
    { isTitleOnly, isRequired }: ScoredGroup,
    values: Uint8Array,
  ): void {
    const scores = this.#scores;
    const masks = this.#masks;
    const chunk = this.#chunk;
    const gains = this.#gainsOf(weight, values);
    this.#forEach(postings, isTitleOnly, (size) => {
      addGains(chunk, size, gains, scores);
      addMarks(chunk, size, mark, masks);
      if (!isRequired) return;
      for (let index = 0; index < size; index++) {
        this.#countRequired(chunk.documents[index] as number);
      }
    });
  }

  /** Keeps the most that a list gives a document, to be added later. */
  #collect(
    { postings, weight }: WeightedPostings,
    mark: number,
    { isTitleOnly }: ScoredGroup,
    values: Uint8Array,
  ): void {
    const masks = this.#masks;
    const best = this.#best;
    const touched = this.#touched;
    const chunk = this.#chunk;
    const gains = this.#gainsOf(weight, values);
    const { documents, impacts } = chunk;
    this.#forEach(postings, isTitleOnly, (size) => {
      let count = this.#touchedCount;
      for (let index = 0; index < size; index++) {
        const document = documents[index] as number;
        const gain = gains[impacts[index] as number] as number;
        const other = best[document] as number;
        if (other === 0) touched[count++] = document;
        if (gain > other) best[document] = gain;
      }
      this.#touchedCount = count;
      addMarks(chunk, size, mark, masks);
    });
  }

  #forgetTouched(): void {
    const best = this.#best;
    for (let place = 0; place < this.#touchedCount; place++) {
      best[this.#touched[place] as number] = 0;
    }
    this.#touchedCount = 0;
  }

  #gainsOf(weight: number, values: Uint8Array): Int32Array {
    const gains = this.#gains;
    for (let impact = 0; impact < values.length; impact++) {
      gains[impact] = weight * (values[impact] as number);
    }
    return gains;
  }

  #countRequired(document: number): void {
    this.#required[document] = (this.#required[document] as number) + 1;
  }

  #exclude({ postings, isTitleOnly }: ExcludedPostings): void {
    const scores = this.#scores;
    const { documents } = this.#chunk;
    this.#forEach(postings, isTitleOnly, (size) => {
      for (let index = 0; index < size; index++) scores[documents[index] as number] = 0;
    });
  }

  /** Goes through postings by the chunk: all, or those of titles and names. */
  #forEach(postings: LoadedPostings, isTitleOnly: boolean, visit: (size: number) => void): void {
    const chunk = this.#chunk;
    const visitTitles = (size: number) => visit(keepTitles(chunk, size));
    forEachPosting(postings, this.#documents, chunk, isTitleOnly ? visitTitles : visit);
  }

  #refuseWithout(groups: number): void {
    const scores = this.#scores;
    const required = this.#required;
    for (let document = 0; document < scores.length; document++) {
      if (required[document] !== groups) scores[document] = 0;
    }
  }

  #refuseOthers(allowed: Uint8Array): void {
    const scores = this.#scores;
    for (let document = 0; document < scores.length; document++) {
      if (allowed[document] === 0) scores[document] = 0;
    }
  }

  #selectBy(orderBy: ArrayLike<number>, limit: number): Ranking {
    const scores = this.#scores;
    const top = new TopResults(limit);
    let total = 0;
    for (let document = scores.length - 1; document >= 0; document--) {
      if (scores[document] === 0) continue;
      total++;
      const value = orderBy[document] ?? 0;
      if (value >= top.least) top.add(document, value);
    }
    return { top: top.finish(), total };
  }

  /**
   * The best by score. Bonuses are worked out only for documents that could be among the best with all of
   * them: those that could not are passed over by one comparison that nearly always goes the same way, or by
   * another of the most that documents of the same groups can have.
   */
  #selectBest(plan: ScorePlan): Ranking {
    const scores = this.#scores;
    const masks = this.#masks;
    const bonus = new CompletenessBonus(plan, this.#pairs, this.#bonusScratch);
    const top = new TopResults(plan.limit);
    let least = this.#estimateLeast(plan, bonus);
    let cut = Math.max(1, least - bonus.most);
    let total = 0;
    for (let document = scores.length - 1; document >= 0; document--) {
      const score = scores[document] as number;
      // 1 for what is more than 0, without a branch: it could not be foreseen.
      total += (0 - score) >>> 31;
      if (score < cut) continue;
      const mask = masks[document] as number;
      if (score + bonus.boundOf(mask) < least) continue;
      const complete = score + bonus.of(document, mask);
      if (complete < least) continue;
      top.add(document, complete);
      if (top.least <= least) continue;
      ({ least } = top);
      cut = Math.max(1, least - bonus.most);
    }
    return { top: top.finish(), total };
  }

  /**
   * A score that at least `limit` documents reach, from those that have the rarest of the words that enough
   * documents have: the best are nearly always among them. 0 when there is no such word.
   */
  #estimateLeast({ groups, limit }: ScorePlan, bonus: CompletenessBonus): number {
    const rarest = rarestOf(groups, limit);
    if (rarest === null) return 0;
    const scores = this.#scores;
    const masks = this.#masks;
    const top = new TopResults(limit);
    const { documents } = this.#chunk;
    this.#forEach(rarest, false, (size) => {
      for (let index = 0; index < size; index++) {
        const document = documents[index] as number;
        const score = scores[document] as number;
        const mask = masks[document] as number;
        if (score === 0 || score + bonus.boundOf(mask) <= top.least) continue;
        top.add(document, score + bonus.of(document, mask));
      }
    });
    return top.least;
  }
}

// These loops are most of the time of a query. As functions of their own, given all that they use, they are
// compiled once and well.

function addGains(
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
function addMarks(
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

/** Moves the postings of titles to the front of a chunk; returns how many there are. */
function keepTitles({ documents, impacts }: PostingChunk, size: number): number {
  let kept = 0;
  for (let index = 0; index < size; index++) {
    const impact = impacts[index] as number;
    if (impact < LEAST_TITLE_IMPACT) continue;
    documents[kept] = documents[index] as number;
    impacts[kept++] = impact;
  }
  return kept;
}

function longestOf(lists: readonly WeightedPostings[]): WeightedPostings | null {
  let longest: WeightedPostings | null = null;
  let most = -1;
  for (const list of lists) {
    const count = countPostings(list.postings);
    if (count > most) [longest, most] = [list, count];
  }
  return longest;
}

/** The shortest list of at least so many documents, unless going through all of it would save nothing. */
function rarestOf(groups: readonly ScoredGroup[], least: number): LoadedPostings | null {
  let rarest: LoadedPostings | null = null;
  let fewest = MOST_ESTIMATED;
  for (const { lists } of groups) {
    for (const { postings } of lists) {
      const count = countPostings(postings);
      if (count >= least && count < fewest) [rarest, fewest] = [postings, count];
    }
  }
  return rarest;
}

/** An impact shifted by this is 1 where it is one of a title. */
const TITLE_SHIFT = Math.log2(LEAST_TITLE_IMPACT);

/** Documents whose scores are worked out beforehand, at most. */
const MOST_ESTIMATED = 50_000;
