import type { LoadedPostings } from './postings.ts';

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

/** Groups that are told apart in the mask of a document; later ones count only by their impacts. */
export const MASKED_GROUPS = 16;
