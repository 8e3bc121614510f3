/**
 * What a word is to the text that it stands in:
 * `plain` by itself; `whole` a compound without its joints (`gpt4` of "GPT-4"); `part` one piece of
 * the compound before it (`gpt`, `4`).
 */
export type WordKind = 'plain' | 'whole' | 'part';

export type WordVisitor = (word: string, kind: WordKind) => void;

/** Takes a word as a part of a text, which need not be the one that is scanned. */
export type WordRangeVisitor = (text: string, start: number, end: number, kind: WordKind) => void;

/** Longer runs are addresses, formulas or sequences, and no words. */
export const MAX_WORD_LENGTH = 40;

const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
/** Scripts that are written without blanks: each character counts as a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTERS_THEN_DIGITS = /^[a-z]{2,}(?=\d+(?:\.\d+)*$)/;
const HAS_DIGIT = /\d/;

const HASH = 0x23;
const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const DASH = 0x2d;
const DOT = 0x2e;
const UNDERSCORE = 0x5f;
const SMALL_S = 0x73;

const SEPARATOR = 0;
const IS_LETTER = 1;
const IS_DIGIT = 2;
const IS_SIGN = 3;

/** Classes of the first characters, so that nearly every one costs one look-up. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character >= 'a' && character <= 'z') return IS_LETTER;
  return character >= '0' && character <= '9' ? IS_DIGIT : SEPARATOR;
});

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return CLASSES[code] ?? SEPARATOR;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (UNSPACED.test(character)) return IS_SIGN;
  if (LETTER.test(character)) return IS_LETTER;
  return DIGIT.test(character) ? IS_DIGIT : SEPARATOR;
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 ? 2 : 1;
}

/**
 * Visits the words of a folded text (`foldText`) in their order.
 *
 * Dashes and underscores join ("cross-modal": whole `crossmodal`, parts `cross`, `modal`), a point
 * joins digits ("0.5", "1706.03762"), letters with a number at their end are a compound too
 * ("resnet50"), `c++` and `c#` keep their signs, an apostrophe joins and a possessive s is dropped.
 */
export function scanWords(text: string, visit: WordVisitor): void {
  scanWordRanges(text, (source, start, end, kind) => visit(source.slice(start, end), kind));
}

/** The same for who looks words up and need not cut them out of the text, which takes most of the time. */
export function scanWordRanges(text: string, visit: WordRangeVisitor): void {
  let at = 0;
  while (at < text.length) {
    const first = classOf(text, at);
    if (first === SEPARATOR) {
      at += 1;
    } else if (first === IS_SIGN) {
      const width = widthAt(text, at);
      visit(text, at, at + width, 'plain');
      at += width;
    } else {
      at = scanCompound(text, at, visit);
    }
  }
}

/** Visits the compound that begins at `start`; returns where it ends. */
function scanCompound(text: string, start: number, visit: WordRangeVisitor): number {
  let end = endOfRun(text, start);
  if (!isJoint(text.charCodeAt(end))) {
    end += signsAt(text, start, end);
    visitWord(text, start, end, visit);
    return end;
  }
  if (!isRun(classAfter(text, end))) {
    visitWord(text, start, end, visit);
    return end;
  }
  const parts = [text.slice(start, end)];
  for (;;) {
    const next = text.charCodeAt(end);
    const follows = classAfter(text, end);
    if (!isRun(follows)) break;
    const last = parts.length - 1;
    const runEnd = endOfRun(text, end + 1);
    const run = text.slice(end + 1, runEnd);
    if (next === DASH || next === UNDERSCORE) {
      parts.push(run);
    } else if (next === APOSTROPHE) {
      const isPossessive = runEnd === end + 2 && text.charCodeAt(end + 1) === SMALL_S;
      if (!isPossessive) parts[last] += run;
    } else if (next === DOT && follows === IS_DIGIT && classOf(text, end - 1) === IS_DIGIT) {
      parts[last] += `.${run}`;
    } else {
      break;
    }
    end = runEnd;
  }
  const [only = ''] = parts;
  if (parts.length === 1) {
    visitWord(only, 0, only.length, visit);
    return end;
  }
  const whole = parts.join('');
  // Of longer compounds ("state-of-the-art") the parts say it all, unless they are a name with a number.
  const isName = parts.length === 2 || HAS_DIGIT.test(whole);
  if (isName && whole.length <= MAX_WORD_LENGTH) visit(whole, 0, whole.length, 'whole');
  for (const part of parts) {
    if (part.length <= MAX_WORD_LENGTH) visit(part, 0, part.length, 'part');
  }
  return end;
}

function isJoint(code: number): boolean {
  return code === DASH || code === UNDERSCORE || code === APOSTROPHE || code === DOT;
}

/** Class of the character behind the one at a place. */
function classAfter(text: string, at: number): number {
  return at + 1 < text.length ? classOf(text, at + 1) : SEPARATOR;
}

function isRun(kind: number): boolean {
  return kind === IS_LETTER || kind === IS_DIGIT;
}

function endOfRun(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    if (!isRun(classOf(text, end))) break;
    end += widthAt(text, end);
  }
  return end;
}

/** Length of `++` or `#` after a short name of letters, as in c++ and c#. */
function signsAt(text: string, start: number, end: number): number {
  if (end - start > 2) return 0;
  const isPlusPlus = text.charCodeAt(end) === PLUS && text.charCodeAt(end + 1) === PLUS;
  if (isPlusPlus) return 2;
  return text.charCodeAt(end) === HASH && classOf(text, end - 1) === IS_LETTER ? 1 : 0;
}

function visitWord(text: string, start: number, end: number, visit: WordRangeVisitor): void {
  if (end - start > MAX_WORD_LENGTH) return;
  const letters = countLettersBeforeNumber(text, start, end);
  if (letters === 0) {
    visit(text, start, end, 'plain');
    return;
  }
  visit(text, start, end, 'whole');
  visit(text, start, start + letters, 'part');
  visit(text, start + letters, end, 'part');
}

function countLettersBeforeNumber(text: string, start: number, end: number): number {
  if (classOf(text, end - 1) !== IS_DIGIT) return 0;
  return LETTERS_THEN_DIGITS.exec(text.slice(start, end))?.[0].length ?? 0;
}
