import { stemmer } from 'stemmer';
import { isStopWord } from './stop-words.ts';

/** First character of the terms that are names of authors. */
export const AUTHOR_MARK = '@';

/** First character of the terms that are leaderboards. No word of a query begins with it. */
export const BOARD_MARK = '#';

/** Other scripts take up to nine characters a letter. */
const MAX_TERM_LENGTH = 120;

const STEMMED = /^[a-z]{3,}$/;
const PLAIN_TERM = /^[\x21-\x7e]+$/;

/**
 * The term of a word of a title or an abstract: its Porter stem. Words with digits, signs or other
 * scripts are not stemmed, nor are stop words and words of whose stem there is a stop word: `ase` is not `as`.
 */
export function textTerm(word: string): string {
  if (!STEMMED.test(word) || isStopWord(word)) return encodeTerm(word);
  const stem = stemmer(word);
  return isStopWord(stem) ? word : stem;
}

/** The term of a word of an author's name. Names are not stemmed. */
export function authorTerm(word: string): string {
  return AUTHOR_MARK + encodeTerm(word);
}

/** The term of a leaderboard: the papers that have it are on it. */
export function boardTerm(slug: string): string {
  return BOARD_MARK + slug;
}

/** Whether a term is no word of a text: part of an author's name, or a leaderboard. */
export function isNameTerm(term: string): boolean {
  return term.startsWith(AUTHOR_MARK) || isBoardTerm(term);
}

/** Whether a term is a leaderboard. */
export function isBoardTerm(term: string): boolean {
  return term.startsWith(BOARD_MARK);
}

/** Terms are keys of the format: what is not printable ASCII is percent-encoded UTF-8, and cut. */
function encodeTerm(word: string): string {
  if (PLAIN_TERM.test(word)) return word;
  return encodeURIComponent(word.replace(/\p{Cs}/gu, '')).slice(0, MAX_TERM_LENGTH);
}
