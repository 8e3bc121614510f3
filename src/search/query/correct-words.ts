import { DictionaryCursor, type TermEntry } from '../lists/dictionary-block.ts';
import { blockOfTerm, type ListSet } from '../list-set.ts';
import { termWeight } from '../ranking-model.ts';
import { AUTHOR_MARK, authorTerm, textTerm } from '../words/terms.ts';
import { termsOfEndingSlips } from './ending-slips.ts';
import { planPairs, type PlannedWord, type QueryTerms } from './plan-query.ts';
import { allowedSlips, SpellingSearch, type Correction } from './spelling.ts';

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
  // Next to "semantic", "segmantation" is no slip of it, though nothing is nearer and more frequent.
  const taken = new Set(
    terms.words.flatMap((planned) => planned.terms.map(({ entry }) => entry.term)),
  );
  for (const planned of terms.words) {
    const { word } = planned;
    const isCorrectable =
      planned.terms.length === 0 &&
      !word.isStop &&
      !word.isWhole &&
      corrections.length < MAX_CORRECTED;
    const entry = isCorrectable ? await findNearest(planned, taken, set, isInstalled) : null;
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
  taken: ReadonlySet<string>,
  { source }: ListSet,
  isInstalled: boolean,
): Promise<TermEntry | null> {
  const { firstTerms } = source;
  const wanted = [
    ...(word.place === 'author' ? [] : [textTerm(word.text)]),
    ...(word.place === 'title' ? [] : [authorTerm(word.text)]),
  ];
  const online = new Set(wanted.map((term) => Math.max(0, blockOfTerm(firstTerms, term))));

  async function findWithin(slips: number): Promise<Correction[]> {
    const found: Correction[] = [];
    for (const term of wanted) {
      if (slips > allowedSlips(term)) continue;
      const search = new SpellingSearch(term, slips, taken);
      for (const block of isInstalled ? search.blocksToRead(firstTerms) : online) {
        search.addBlock(await source.readTerms(block));
      }
      if (search.best !== null) found.push(search.best);
    }
    return found;
  }

  async function findEndings(): Promise<Correction[]> {
    const found: Correction[] = [];
    const cursors = new Map<number, DictionaryCursor>();
    for (const term of termsOfEndingSlips(word.text)) {
      const block = blockOfTerm(firstTerms, term);
      // Online this could ask for blocks that nothing else needs.
      if (block < 0 || (!isInstalled && !online.has(block))) continue;
      const cursor = cursors.get(block) ?? new DictionaryCursor(await source.readTerms(block));
      cursors.set(block, cursor);
      const entry = cursor.find(term);
      if (entry !== null && !taken.has(term)) found.push({ entry, slips: 1 });
    }
    return found;
  }

  // Most have one slip, and with one allowed a search takes a tenth of the time.
  const found = await findWithin(1);
  if (word.place !== 'author') found.push(...(await findEndings()));
  if (found.length === 0) found.push(...(await findWithin(2)));
  found.sort((a, b) => a.slips - b.slips || b.entry.frequency - a.entry.frequency);
  return found[0]?.entry ?? null;
}
