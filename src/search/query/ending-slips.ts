import { textTerm } from '../words/terms.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Letters at the end of a word that stemming may take away. */
const ENDING = 7;
const MIN_LENGTH = 6;
const WORD = /^[a-z]+$/;

/**
 * Terms of the words that are one slip in its ending from this one.
 *
 * A slip in an ending hides the stem: "normalizaton" is no form of `normal`, and six letters from it, so
 * the distance between terms does not find it. Slips before the ending are the same in word and stem.
 */
export function termsOfEndingSlips(word: string): string[] {
  if (word.length < MIN_LENGTH || !WORD.test(word)) return [];
  const own = textTerm(word);
  const terms = new Set<string>();
  for (let at = Math.max(1, word.length - ENDING); at <= word.length; at++) {
    const head = word.slice(0, at);
    const [letter, next, rest] = [word.charAt(at), word.charAt(at + 1), word.slice(at + 1)];
    if (letter !== '') terms.add(textTerm(head + rest));
    if (next !== '') terms.add(textTerm(head + next + letter + word.slice(at + 2)));
    for (const other of LETTERS) {
      terms.add(textTerm(head + other + letter + rest));
      if (letter !== '') terms.add(textTerm(head + other + rest));
    }
  }
  terms.delete(own);
  return [...terms];
}
