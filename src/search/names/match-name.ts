import { foldText } from '../words/fold-text.ts';

/** How well a name fits what was typed; the lower, the better. */
export const FIT = {
  /** The same letters and digits. */
  exact: 0,
  /** The name begins with it. */
  start: 1,
  /** Every word of it begins a word of the name. */
  words: 2,
  /** It is the first letters of the name's words. */
  initials: 3,
  /** Its letters stand in the name in one piece, or each of its words does. */
  inside: 4,
  /** Its letters stand in the name in their order, close to each other. */
  letters: 5,
} as const;

export type Fit = (typeof FIT)[keyof typeof FIT];

/** A text as names are compared. */
export interface NameKey {
  /** Its words, folded, each with a blank before it. */
  readonly spaced: string;
  /** Its words without anything between them. */
  readonly compact: string;
}

const BETWEEN_WORDS = /[^\p{L}\p{N}+#]+/u;

export function nameWords(text: string): string[] {
  return foldText(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

export function keyOfName(text: string): NameKey {
  const words = nameWords(text);
  return { spaced: words.map((word) => ` ${word}`).join(''), compact: words.join('') };
}

/** Fewer letters are in nearly every name. */
const MIN_INSIDE = 3;
const MIN_LETTERS = 4;
/** Letters in their order may be spread over so many times as many. */
const MAX_SPREAD = 2;

/** What was typed, made ready to be compared with many names. */
export interface NameQuery extends NameKey {
  readonly words: readonly string[];
  /** The words, each with a blank before it. */
  readonly starts: readonly string[];
}

export function parseNameQuery(text: string): NameQuery {
  const words = nameWords(text);
  return { ...keyOfName(text), words, starts: words.map((word) => ` ${word}`) };
}

/** How a name fits, by everything but scattered letters; null when it does not. */
export function fitName({ spaced, compact }: NameKey, query: NameQuery): Fit | null {
  if (compact === query.compact) return FIT.exact;
  if (spaced.startsWith(query.spaced) || compact.startsWith(query.compact)) return FIT.start;
  if (query.starts.every((start) => spaced.includes(start))) return FIT.words;
  if (query.compact.length < 2) return null;
  if (query.words.length === 1 && initialsOf(spaced).startsWith(query.compact)) return FIT.initials;
  if (query.compact.length < MIN_INSIDE) return null;
  if (compact.includes(query.compact)) return FIT.inside;
  const hasWords = query.words.every((word) => word.length >= MIN_INSIDE && compact.includes(word));
  return hasWords ? FIT.inside : null;
}

function initialsOf(spaced: string): string {
  let initials = '';
  for (let at = spaced.indexOf(' '); at >= 0; at = spaced.indexOf(' ', at + 1)) {
    initials += spaced.charAt(at + 1);
  }
  return initials;
}

/** Whether the letters stand in a name in their order and close to each other, from the start of a word on. */
export function hasLetters({ spaced }: NameKey, { compact }: NameQuery): boolean {
  if (compact.length < MIN_LETTERS) return false;
  const longest = compact.length * MAX_SPREAD;
  const first = ` ${compact.charAt(0)}`;
  for (let start = spaced.indexOf(first); start >= 0; start = spaced.indexOf(first, start + 1)) {
    let at = start + 1;
    let found = 1;
    while (found < compact.length) {
      at = spaced.indexOf(compact.charAt(found), at + 1);
      if (at < 0 || at - start > longest) break;
      found++;
    }
    if (found === compact.length) return true;
  }
  return false;
}
