import { foldText } from '../../search/words/fold-text.ts';
import { authorTerm, textTerm } from '../../search/words/terms.ts';

/** Splits a text at its words: every second piece is one. */
export const WORDS = /([\p{L}\p{N}]+)/u;

/** What a text is of a paper: words are found in texts by their stems, in names as they are. */
export type FoundField = 'text' | 'author';

/** Whether a query found this word. @param terms of the response. */
export function isFoundWord(word: string, terms: ReadonlySet<string>, field: FoundField): boolean {
  const folded = foldText(word);
  return terms.has(field === 'author' ? authorTerm(folded) : textTerm(folded));
}
