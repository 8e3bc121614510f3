/** Words that say nothing about what a paper is about. */
const STOP_WORDS = new Set(
  `a about above across after against all along also an and any approach are as at based be been
  before being below between both but by can case compared comparing could data deep do does during
  each effective efficient end enhanced enhancing etc every few first for framework from fully further
  general good has have having here how however if improved improving in into is it its itself large
  learning less like low make making many may method methods model modeling modelling models more most
  much must need network networks neural new no nor not novel now of off on one only onto or other our
  out over own paper per performance problem problems should simple simply since so some still study
  such system systems task tasks than that the their them then there these they this those through
  time to too toward towards two under understanding up upon us use used using via was we were what
  when where which while who why will with within without work would you your`.split(/\s+/),
);

const WORD = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu;
const DASHES = /[\u2010\u2011]/g;
const FORMULA = /\$[^$]*\$/g;
const MAX_WORD_LENGTH = 40;

/**
 * The words of a title that tell what it is about, each once: lower case, without a plural s; a
 * compound such as "cross-modal" as a whole, since its parts say less and would count once more.
 */
export function titleWords(title: string): string[] {
  const words = new Set<string>();
  const text = title
    .replace(FORMULA, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  for (const [match] of text.matchAll(WORD)) addWord(words, match.replace(DASHES, '-'));
  return [...words];
}

function addWord(words: Set<string>, text: string): void {
  const word = text.length > 4 && /[^isu]s$/.test(text) ? text.slice(0, -1) : text;
  const saysNothing =
    word.length < 3 ||
    word.length > MAX_WORD_LENGTH ||
    STOP_WORDS.has(word) ||
    STOP_WORDS.has(text) ||
    /^[\d-]+$/.test(word);
  if (!saysNothing) words.add(word);
}
