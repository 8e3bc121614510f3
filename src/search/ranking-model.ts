/**
 * How much a term says about a document: BM25F (Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework", 2009), computed when the index is built and kept as a small integer, its impact.
 */
import { MAX_IMPACT } from './lists/posting-list.ts';

interface FieldModel {
  readonly weight: number;
  /** 0: long fields count as short ones do; 1: a word counts by its share of the field. */
  readonly lengthShare: number;
}

const TITLE: FieldModel = { weight: 4, lengthShare: 0.5 };
const ABSTRACT: FieldModel = { weight: 1, lengthShare: 0.75 };

/** Where repeating a word begins to say less. */
const SATURATION = 2;

/** Lengths of one document's fields, in words. */
export interface FieldLengths {
  readonly title: number;
  readonly abstract: number;
}

/**
 * Fields of this many words count as they are. These are about the means of the archive, and fixed: by the mean
 * over all papers a new one would change every impact.
 */
export const USUAL_LENGTHS: FieldLengths = { title: 11, abstract: 180 };

/** How often a term is in each field of a document. */
export interface FieldCounts {
  readonly title: number;
  readonly abstract: number;
}

/** Impacts from this on say that the term is in the title, or in the name of an author. */
export const LEAST_TITLE_IMPACT = 16;

/** Strength, 0 to 1, that the least impact of a term in a title stands for. */
const LEAST_TITLE_STRENGTH = 0.5;

/** Impact, 1 to 31, of a term of titles and abstracts. */
export function textImpact(counts: FieldCounts, lengths: FieldLengths): number {
  const frequency =
    fieldFrequency(counts.title, lengths.title, USUAL_LENGTHS.title, TITLE) +
    fieldFrequency(counts.abstract, lengths.abstract, USUAL_LENGTHS.abstract, ABSTRACT);
  return quantise(frequency / (frequency + SATURATION), counts.title > 0);
}

/** Impact of a word of an author's name, and of a leaderboard. */
export const NAME_IMPACT = quantise(0.8, true);

function fieldFrequency(count: number, length: number, usual: number, model: FieldModel): number {
  if (count === 0) return 0;
  const norm = 1 - model.lengthShare + (model.lengthShare * length) / usual;
  return (model.weight * count) / norm;
}

function quantise(strength: number, isInTitle: boolean): number {
  if (!isInTitle) {
    const levels = LEAST_TITLE_IMPACT - 1;
    return Math.min(levels, Math.max(1, Math.round(strength * levels)));
  }
  const levels = MAX_IMPACT - LEAST_TITLE_IMPACT;
  const above = Math.max(0, strength - LEAST_TITLE_STRENGTH) / (1 - LEAST_TITLE_STRENGTH);
  return LEAST_TITLE_IMPACT + Math.round(above * levels);
}

/** What the full strength of a term counts in a score. */
export const FULL_STRENGTH = 60;

/** What each impact counts in a score: its strength in 60ths. */
export const IMPACT_VALUES: Uint8Array = Uint8Array.from(
  { length: MAX_IMPACT + 1 },
  (_, impact) => {
    if (impact < LEAST_TITLE_IMPACT) return (FULL_STRENGTH * impact) / (LEAST_TITLE_IMPACT - 1);
    const above = (impact - LEAST_TITLE_IMPACT) / (MAX_IMPACT - LEAST_TITLE_IMPACT);
    return FULL_STRENGTH * (LEAST_TITLE_STRENGTH + (1 - LEAST_TITLE_STRENGTH) * above);
  },
);

/** Queries of at most so many words are short. */
export const SHORT_QUERY_WORDS = 3;

/** Where repeating a word begins to say less in a short query: that it is there at all says nearly everything. */
const SHORT_QUERY_SATURATION = 0.25;

/** What each impact counts in a short query: its strength is f / (f + 2), and this is f / (f + 0.25). */
export const SHORT_QUERY_VALUES: Uint8Array = IMPACT_VALUES.map((value) => {
  const lack = FULL_STRENGTH - value;
  const whole = SATURATION * value + SHORT_QUERY_SATURATION * lack;
  return Math.round((FULL_STRENGTH * SATURATION * value) / whole);
});

/** Weights are fixed-point numbers, so that scores are whole and the same everywhere. */
export const WEIGHT_UNIT = 64;

/**
 * How much a term weighs in a query by its rarity: the smoothed inverse document frequency of BM25,
 * in 64ths, at least 1.
 */
export function rarityWeight(frequency: number, documents: number): number {
  const odds = (documents - frequency + 0.5) / (frequency + 0.5);
  return Math.max(1, Math.round(WEIGHT_UNIT * Math.log(1 + Math.max(0, odds))));
}

/** Queries of so many words and more are long: questions, and whole titles. */
const LONG_QUERY_WORDS = 8;

/** Rarity that counts the same in long queries as in others: of a term in one of 150 documents. */
const USUAL_RARITY = 5 * WEIGHT_UNIT;

/**
 * How much a term weighs in a query of so many words, in 64ths: its rarity, in long queries to the power of 1.25.
 * The frequent words of a question ("known", "approach") are many, and together outweigh the few that say what is asked
 * for. By roots, which are the same on every machine.
 */
export function termWeight(frequency: number, documents: number, queryWords: number): number {
  const rarity = rarityWeight(frequency, documents);
  if (queryWords < LONG_QUERY_WORDS) return rarity;
  return Math.max(1, Math.round(rarity * Math.sqrt(Math.sqrt(rarity / USUAL_RARITY))));
}
