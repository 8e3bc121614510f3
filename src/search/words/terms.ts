import { stemmer } from 'stemmer';

/** First character of the terms that are names of authors. */
export const AUTHOR_MARK = '@';

/** Other scripts take up to nine characters a letter. */
const MAX_TERM_LENGTH = 120;

const STEMMED = /^[a-z]{3,}$/;
const PLAIN_TERM = /^[\x21-\x7e]+$/;

/**
 * The term of a word of a title or an abstract: its Porter stem. Words with digits, signs or other
 * scripts are not stemmed.
 */
export function textTerm(word: string): string {
  return STEMMED.test(word) ? stemmer(word) : encodeTerm(word);
}

/** The term of a word of an author's name. Names are not stemmed. */
export function authorTerm(word: string): string {
  return AUTHOR_MARK + encodeTerm(word);
}

/** Terms are keys of the format: what is not printable ASCII is percent-encoded UTF-8, and cut. */
function encodeTerm(word: string): string {
  if (PLAIN_TERM.test(word)) return word;
  return encodeURIComponent(word.replace(/\p{Cs}/gu, '')).slice(0, MAX_TERM_LENGTH);
}
