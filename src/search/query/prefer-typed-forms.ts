import type { TopResult } from '../top-results.ts';
import { foldText } from '../words/fold-text.ts';
import { scanWords } from '../words/scan-words.ts';
import { textTerm } from '../words/terms.ts';
import type { QueryWord } from './parse-query.ts';
import type { PaperTexts } from './verify-phrases.ts';

/**
 * Puts results that have the words as they were typed before those that have only other forms of them: the index
 * knows stems, and "restarts" finds "restarted" too. Otherwise the order stays.
 */
export async function preferTypedForms(
  results: readonly TopResult[],
  words: readonly QueryWord[],
  readTexts: (number: number) => Promise<PaperTexts | null>,
  signal: AbortSignal,
): Promise<TopResult[]> {
  const typed = words.filter(
    ({ isStop, isWhole, place }) => !isStop && !isWhole && place !== 'author',
  );
  const texts = await Promise.all(results.map(({ document }) => readTexts(document)));
  signal.throwIfAborted();
  const others = new Map(
    results.map((result, place) => [result, countOtherForms(texts[place] ?? null, typed)]),
  );
  return results.toSorted((a, b) => (others.get(a) ?? 0) - (others.get(b) ?? 0));
}

/** Words of which a paper has other forms only. One that it does not have, as those of its authors, is none. */
function countOtherForms(texts: PaperTexts | null, typed: readonly QueryWord[]): number {
  if (texts === null) return 0;
  const forms = new Map(typed.map(({ text }) => [textTerm(text), new Set<string>()]));
  for (const text of [texts.title, texts.abstract ?? '']) {
    scanWords(foldText(text), (word) => forms.get(textTerm(word))?.add(word));
  }
  return typed.filter(({ text }) => {
    const found = forms.get(textTerm(text));
    return found !== undefined && found.size > 0 && !found.has(text);
  }).length;
}
