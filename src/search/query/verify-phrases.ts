import type { ParsedQuery } from './parse-query.ts';
import type { TopResult } from '../top-results.ts';
import { foldText } from '../words/fold-text.ts';
import { scanWords } from '../words/scan-words.ts';
import { textTerm } from '../words/terms.ts';

/** What of a paper a phrase may stand in. */
export interface PaperTexts {
  readonly title: string;
  readonly abstract: string | null;
}

/** Texts read at the same time. */
const READ_TOGETHER = 8;

/**
 * The results that have every wanted phrase and none of the unwanted: words, by stem, next to each other
 * in the title or the abstract.
 */
export async function verifyPhrases(
  results: readonly TopResult[],
  { phrases, excludedPhrases }: Pick<ParsedQuery, 'phrases' | 'excludedPhrases'>,
  readTexts: (number: number) => Promise<PaperTexts | null>,
  signal: AbortSignal,
): Promise<TopResult[]> {
  const patternOf = (words: readonly string[]) => ` ${words.map(textTerm).join(' ')} `;
  const wanted = phrases.map(patternOf);
  const unwanted = excludedPhrases.map(patternOf);
  const verified: TopResult[] = [];
  for (let start = 0; start < results.length; start += READ_TOGETHER) {
    const group = results.slice(start, start + READ_TOGETHER);
    const texts = await Promise.all(group.map(({ document }) => readTexts(document)));
    signal.throwIfAborted();
    for (const [index, result] of group.entries()) {
      const own = texts[index];
      if (own === null || own === undefined) continue;
      const fields = [termsOf(own.title), termsOf(own.abstract ?? '')];
      const has = (phrase: string) => fields.some((field) => field.includes(phrase));
      if (wanted.every(has) && !unwanted.some(has)) verified.push(result);
    }
  }
  return verified;
}

/** The terms of a text in their order, each between blanks. */
function termsOf(text: string): string {
  const terms: string[] = [];
  scanWords(foldText(text), (word, kind) => {
    if (kind !== 'whole') terms.push(textTerm(word));
  });
  return ` ${terms.join(' ')} `;
}
