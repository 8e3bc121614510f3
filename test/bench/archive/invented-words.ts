import { itemOf } from './random.ts';

const ONSETS = 'b br c cr d dr f fl g gr h j k kl l m n p pl qu r s sk st t tr v vr w x z'.split(
  ' ',
);
const VOWELS = 'a e i o u ae ei ou'.split(' ');
/** None of them, with an onset behind it, reads like another onset: so words stay apart. */
const CODAS = ['', 'l', 'n', 'r', 'x'];
const ENDINGS = 'net former gan tron bench ics oid ase mer lux dyne graph'.split(' ');

/** Syllables there are, and a step that shares no factor with a power of them. */
const SYLLABLES = ONSETS.length * VOWELS.length * CODAS.length;
const SCATTER = 1_000_003;

/**
 * A word that no text has, such as `trouxklaebench`: another for every number below 10 million, and
 * neighbours look nothing like each other.
 */
export function inventWord(number: number): string {
  const space = SYLLABLES * SYLLABLES;
  const scattered = ((number % space) * SCATTER) % space;
  const first = syllable(Math.floor(scattered / SYLLABLES));
  const ending = itemOf(ENDINGS, (Math.floor(number / space) + scattered) % ENDINGS.length);
  return `${first}${syllable(scattered % SYLLABLES)}${ending}`;
}

function syllable(number: number): string {
  const onset = itemOf(ONSETS, number % ONSETS.length);
  const rest = Math.floor(number / ONSETS.length);
  const vowel = itemOf(VOWELS, rest % VOWELS.length);
  return onset + vowel + itemOf(CODAS, Math.floor(rest / VOWELS.length) % CODAS.length);
}

export function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
