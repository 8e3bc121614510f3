import { plainTitle } from '../../format/tex/plain-title.ts';
import { isFoundWord, WORDS } from './found-words.ts';

/** Part of a text, chosen for the words that were found in it. */
export interface Snippet {
  /** Without formulas' markup; with an ellipsis where it was cut. */
  readonly text: string;
  /** Whether it has a word that was found. */
  readonly isMatch: boolean;
}

/** About two lines of a page. */
const LENGTH = 230;
/** Words before the first one that was found. */
const LEAD = 40;

/**
 * The part of a text with most of the different words that were found; of equal parts the first; the
 * beginning when none was.
 */
export function makeSnippet(text: string, terms: ReadonlySet<string>): Snippet {
  const plain = plainTitle(text).replace(/\s+/g, ' ').trim();
  const found = findWords(plain, terms);
  let best = { start: 0, words: 0 };
  for (const [index, { at }] of found.entries()) {
    const inPart = found.slice(index).filter((word) => word.at < at + LENGTH - LEAD);
    const words = new Set(inPart.map(({ word }) => word)).size;
    if (words > best.words) best = { start: at, words };
  }
  const isMatch = found.length > 0;
  // All of a short text, and the beginning where that is as good.
  const wanted = best.start + LEAD < LENGTH ? 0 : best.start - LEAD;
  const start = wanted === 0 ? 0 : plain.indexOf(' ', wanted) + 1;
  if (start + LENGTH >= plain.length) {
    return { text: `${start === 0 ? '' : '… '}${plain.slice(start)}`, isMatch };
  }
  const end = plain.lastIndexOf(' ', start + LENGTH);
  const part = plain.slice(start, end <= start ? start + LENGTH : end);
  return { text: `${start === 0 ? '' : '… '}${part} …`, isMatch };
}

function findWords(text: string, terms: ReadonlySet<string>): { word: string; at: number }[] {
  const found: { word: string; at: number }[] = [];
  let at = 0;
  for (const [place, piece] of text.split(WORDS).entries()) {
    if (place % 2 === 1 && isFoundWord(piece, terms, 'text')) {
      found.push({ word: piece.toLowerCase(), at });
    }
    at += piece.length;
  }
  return found;
}
