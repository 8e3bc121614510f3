import type { TermEntry } from '../lists/dictionary-block.ts';
import type { ListSet } from '../list-set.ts';
import { FULL_STRENGTH, termWeight, WEIGHT_UNIT } from '../ranking-model.ts';
import {
  MASKED_GROUPS,
  type ExcludedPostings,
  type ScoredGroup,
  type ScoredPair,
  type WeightedPostings,
} from '../score-plan.ts';
import { pairBit, TITLE_START } from '../title-pairs.ts';
import { authorTerm, textTerm } from '../words/terms.ts';
import { findCompletions, findOutgrownStem } from './completions.ts';
import type { ExcludedWord, ParsedQuery, QueryWord } from './parse-query.ts';

/** What two neighbours of the query that are neighbours in a title add, against a full match of the rarer. */
const PAIR_SHARE = 0.3;
/** The same for the first word of the query that is the first of a title. */
const START_SHARE = 0.3;
/** Bonus of a document that has the whole query, and of a title that does, in 1/256 of its full score. */
export const COVERAGE = 140;
export const TITLE_COVERAGE = 100;
/** How much the whole of a compound weighs: its parts, which stand beside it, say most of it already. */
const WHOLE_SHARE = 0.5;
/** Share of all papers that the completions after the first may have, added up. */
const OTHER_COMPLETIONS_SHARE = 0.15;
/** How much a stop word weighs within a pair. */
const STOP_WORD_WEIGHT = WEIGHT_UNIT;

/** A word of the query and the terms that stand for it. */
export interface PlannedWord {
  readonly word: QueryWord;
  readonly terms: readonly { readonly entry: TermEntry; readonly weight: number }[];
}

export interface QueryTerms {
  readonly words: readonly PlannedWord[];
  readonly pairs: readonly ScoredPair[];
  readonly excluded: readonly ExcludedTerm[];
}

export interface ExcludedTerm {
  readonly entry: TermEntry;
  readonly isTitleOnly: boolean;
}

export interface PlanOptions {
  /** Documents of the index. */
  readonly documents: number;
  /** Blocks of the dictionary that completing a word may read. */
  readonly completionBlocks: number;
}

/** Looks up every term that a query needs. */
export async function planTerms(
  query: ParsedQuery,
  set: ListSet,
  options: PlanOptions,
): Promise<QueryTerms> {
  const telling = query.words.filter((word) => !word.isStop || word.isRequired);
  const words = telling.length > 0 ? query.words : query.words.map(asTelling);
  const planned = await Promise.all(
    words.map((word) => planWord(word, words.length, set, options)),
  );
  const excluded = await Promise.all(query.excluded.map((word) => findExcluded(word, set)));
  return {
    words: planned,
    pairs: planPairs(planned),
    excluded: excluded.flat(),
  };
}

async function findExcluded({ text, place }: ExcludedWord, set: ListSet): Promise<ExcludedTerm[]> {
  const names = [
    ...(place === 'author' ? [] : [textTerm(text)]),
    ...(place === 'title' ? [] : [authorTerm(text)]),
  ];
  const entries = await findAll(names, set);
  return entries.map((entry) => ({ entry, isTitleOnly: place === 'title' }));
}

const asTelling = (word: QueryWord): QueryWord => ({ ...word, isStop: false });

async function planWord(
  word: QueryWord,
  queryWords: number,
  set: ListSet,
  { documents, completionBlocks }: PlanOptions,
): Promise<PlannedWord> {
  const { text, place, isOpen, isStop } = word;
  const names = [
    ...(place === 'author' ? [] : [textTerm(text)]),
    ...(place === 'title' || word.isWhole ? [] : [authorTerm(text)]),
  ];
  const exact = isStop ? [] : await findAll(names, set);
  const weigh = (entries: readonly TermEntry[], share = 1) => {
    const weight = weightTogether(entries, documents, queryWords);
    return entries.map((entry) => ({ entry, weight: Math.max(1, Math.round(share * weight)) }));
  };
  const terms = weigh(exact, word.isWhole ? WHOLE_SHARE : 1);
  if (!isOpen) return { word, terms };
  const { found, kept } = await completeWord(word, exact, set, { documents, completionBlocks });
  return { word, terms: [...terms, ...weigh(found).filter(({ entry }) => kept.has(entry))] };
}

/** Terms that a word which is still being typed may become, and those of them that are looked up. */
async function completeWord(
  { text, place }: QueryWord,
  exact: readonly TermEntry[],
  set: ListSet,
  { documents, completionBlocks }: PlanOptions,
): Promise<{ found: readonly TermEntry[]; kept: ReadonlySet<TermEntry> }> {
  const prefixes = [
    ...(place === 'author' ? [] : [text]),
    ...(place === 'title' ? [] : [authorTerm(text)]),
  ];
  const known = new Set(exact.map(({ term }) => term));
  const completions = await Promise.all(
    prefixes.map(async (prefix) => {
      const entries = await findCompletions(set, prefix, completionBlocks);
      return entries.filter(({ term }) => !known.has(term));
    }),
  );
  const found = completions.flat();
  if (exact.length === 0 && found.length === 0 && place !== 'author') {
    const stem = await findOutgrownStem(set, text);
    return stem === null ? { found, kept: new Set() } : { found: [stem], kept: new Set([stem]) };
  }
  return { found, kept: new Set(completions.flatMap((own) => keepTelling(own, documents))) };
}

/**
 * Two letters are how half of all papers' words begin: which papers those are says nearly nothing, and takes
 * longest to find out. The most frequent completion stays, and the next ones as long as they have not too
 * many papers together. What they weigh is worked out from all.
 * @param completions of texts or of names, most frequent first.
 */
function keepTelling(completions: readonly TermEntry[], documents: number): readonly TermEntry[] {
  let left = documents * OTHER_COMPLETIONS_SHARE;
  const end = completions.findIndex(({ frequency }, place) => {
    if (place > 0) left -= frequency;
    return left < 0;
  });
  return end < 0 ? completions : completions.slice(0, end);
}

async function findAll(terms: readonly string[], set: ListSet): Promise<TermEntry[]> {
  const found = await Promise.all(terms.map((term) => set.find(term)));
  return found.filter((entry) => entry !== null);
}

/** Terms that stand for the same word are as rare as all of them together. */
function weightTogether(
  entries: readonly TermEntry[],
  documents: number,
  queryWords: number,
): number {
  const together = entries.reduce((sum, { frequency }) => sum + frequency, 0);
  return termWeight(Math.min(together, documents), documents, queryWords);
}

/** The pairs of neighbours in a query. */
export function planPairs(planned: readonly PlannedWord[]): ScoredPair[] {
  const pairs: ScoredPair[] = [];
  let before = { term: TITLE_START, weight: Infinity, group: -1 };
  for (const [group, { word, terms }] of planned.entries()) {
    if (word.isPart || word.place === 'author') continue;
    const term = textTerm(word.text);
    const own = terms.find(({ entry }) => entry.term === term);
    const weight = word.isStop ? STOP_WORD_WEIGHT : (own?.weight ?? 0);
    const current = { term, weight, group: word.isStop ? -1 : group };
    const share = before.term === TITLE_START ? START_SHARE : PAIR_SHARE;
    const bonus = Math.round(share * FULL_STRENGTH * Math.min(weight, before.weight));
    const last = Math.max(before.group, current.group);
    if (bonus > 0 && last >= 0 && last < MASKED_GROUPS) {
      const groups = [before.group, current.group] as const;
      pairs.push({ bit: pairBit(before.term, term), groups, bonus });
    }
    before = current;
  }
  return pairs;
}

/**
 * What a word counts for when a document has all of the query. A word that is still being typed says
 * nothing of that: what completes it is a guess.
 */
function coverageWeight(word: QueryWord, terms: PlannedWord['terms']): number {
  if (word.isPart || word.isOpen) return 0;
  return Math.max(0, ...terms.map(({ weight }) => weight));
}

/** Reads the lists of a planned query. */
export async function loadGroups(terms: QueryTerms, set: ListSet) {
  const groups = terms.words.map(async ({ word, terms: own }): Promise<ScoredGroup> => ({
    isRequired: word.isRequired && !word.isStop,
    isTitleOnly: word.place === 'title',
    coverageWeight: coverageWeight(word, own),
    lists: await Promise.all(
      own.map(async ({ entry, weight }): Promise<WeightedPostings> => ({
        weight,
        postings: await set.load(entry),
      })),
    ),
  }));
  const excluded = terms.excluded.map(
    async ({ entry, isTitleOnly }): Promise<ExcludedPostings> => ({
      postings: await set.load(entry),
      isTitleOnly,
    }),
  );
  return { groups: await Promise.all(groups), excluded: await Promise.all(excluded) };
}
