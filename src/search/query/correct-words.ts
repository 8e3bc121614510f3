import type { TermEntry } from '../lists/dictionary-block.ts';
import { blockOfTerm, type ListSet } from '../list-set.ts';
import { termWeight } from '../ranking-model.ts';
import { AUTHOR_MARK, authorTerm, textTerm } from '../words/terms.ts';
import { termsOfEndingSlips } from './ending-slips.ts';
import { planPairs, type PlannedWord, type QueryTerms } from './plan-query.ts';
import { SpellingSearch } from './spelling.ts';

/** A word that no paper has, and the term that is searched instead. */
export interface WordCorrection {
  readonly word: string;
  /** A stem; a name without its mark. */
  readonly term: string;
}

/** Corrected words a query at most: what has more is no slip. */
const MAX_CORRECTED = 4;

/**
 * Puts the nearest terms in the place of words that no paper has. Online only the blocks where a word would
 * stand are looked through, which finds slips behind its first letters.
 */
export async function correctWords(
  terms: QueryTerms,
  set: ListSet,
  { documents, isInstalled }: { readonly documents: number; readonly isInstalled: boolean },
): Promise<{ terms: QueryTerms; corrections: WordCorrection[] }> {
  const corrections: WordCorrection[] = [];
  const words: PlannedWord[] = [];
  for (const planned of terms.words) {
    const { word } = planned;
    const isCorrectable =
      planned.terms.length === 0 &&
      !word.isStop &&
      !word.isWhole &&
      corrections.length < MAX_CORRECTED;
    const entry = isCorrectable ? await findNearest(planned, set, isInstalled) : null;
    if (entry === null) {
      words.push(planned);
      continue;
    }
    corrections.push({ word: word.text, term: entry.term.replace(AUTHOR_MARK, '') });
    const weight = termWeight(entry.frequency, documents, terms.words.length);
    words.push({ word, terms: [{ entry, weight }] });
  }
  return { terms: { ...terms, words, pairs: planPairs(words) }, corrections };
}

async function findNearest(
  { word }: PlannedWord,
  set: ListSet,
  isInstalled: boolean,
): Promise<TermEntry | null> {
  const { source } = set;
  const wanted = [
    ...(word.place === 'author' ? [] : [textTerm(word.text)]),
    ...(word.place === 'title' ? [] : [authorTerm(word.text)]),
  ];
  const searches = wanted.map((term) => new SpellingSearch(term));
  const blocks = isInstalled
    ? [...source.firstTerms.keys()]
    : [...new Set(wanted.map((term) => Math.max(0, blockOfTerm(source.firstTerms, term))))];
  for (const block of blocks) {
    const bytes = await source.readTerms(block);
    for (const search of searches) search.addBlock(bytes);
  }
  const found = searches.map(({ best }) => best).filter((best) => best !== null);
  if (word.place !== 'author') {
    for (const term of termsOfEndingSlips(word.text)) {
      // Online this could ask for blocks that nothing else needs.
      if (!isInstalled && !blocks.includes(blockOfTerm(source.firstTerms, term))) continue;
      const entry = await set.find(term);
      if (entry !== null) found.push({ entry, slips: 1 });
    }
  }
  found.sort((a, b) => a.slips - b.slips || b.entry.frequency - a.entry.frequency);
  return found[0]?.entry ?? null;
}
