import { MAX_NAME_LENGTH, MAX_TEXT_LENGTH } from '../format/limits.ts';
import { cleanText } from '../format/tex/clean-text.ts';

/** Printable ASCII with single blanks inside: nothing to clean. Most names are such. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/**
 * Characters that a text may not hold: controls, the byte-order mark, and the marks that turn the
 * direction of text around, which let a name pose as another.
 */
const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;
const CONTROLS_BUT_BREAKS = /[^\P{Cc}\n\t]+|[\ufeff\u202a-\u202e\u2066-\u2069]+/gu;

/** One such character, or another that `cleanText` leaves alone. */
const UNCLEAN = /[\p{Cc}\p{Cs}\ufeff\u202a-\u202e\u2066-\u2069]/u;

/** Texts are cut before they are cleaned, so that ten megabytes of title cost nothing. */
const ROOM = 4;

export interface CleanedText {
  readonly text: string;
  /** Whether it was longer than the format allows. */
  readonly wasCut: boolean;
}

/** A name, title or value on one line: blanks collapsed, no controls, NFC. '' when nothing is left. */
export function cleanName(raw: string): CleanedText {
  if (raw.length <= MAX_NAME_LENGTH && PLAIN.test(raw)) return { text: raw, wasCut: false };
  return cut(cleanLine(raw.slice(0, MAX_NAME_LENGTH * ROOM)), MAX_NAME_LENGTH, raw.length);
}

/** The same for titles, authors and abstracts, which hold TeX. */
export function cleanTexText(raw: string, maxLength: number): CleanedText {
  const cleaned = cleanText(raw.slice(0, maxLength * ROOM));
  const isClean = !UNCLEAN.test(cleaned);
  return cut(isClean ? cleaned : cleanLine(cleaned), maxLength, raw.length);
}

/**
 * A description, kept as Markdown since it is rendered later: line breaks made LF, no controls, NFC.
 */
export function cleanMarkdown(raw: string): CleanedText {
  const text = raw
    .slice(0, MAX_TEXT_LENGTH * ROOM)
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(CONTROLS_BUT_BREAKS, '')
    .normalize('NFC')
    .trim();
  return cut(text, MAX_TEXT_LENGTH, raw.length);
}

/** A value of a result: as it is, but for white space around it and what no text may hold. */
export function cleanValue(raw: string): CleanedText {
  if (raw.length <= MAX_NAME_LENGTH && PLAIN.test(raw)) return { text: raw, wasCut: false };
  const text = raw
    .slice(0, MAX_NAME_LENGTH * ROOM)
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()
    .replace(CONTROLS, ' ')
    .normalize('NFC');
  return cut(text, MAX_NAME_LENGTH, raw.length);
}

function cleanLine(raw: string): string {
  return raw
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(CONTROLS, ' ')
    .replace(/[\s\ufeff]+/g, ' ')
    .normalize('NFC')
    .trim();
}

function cut(text: string, maxLength: number, rawLength: number): CleanedText {
  const wasCut = text.length > maxLength || rawLength > maxLength * ROOM;
  return { text: cutText(text, maxLength), wasCut };
}

/** The first `maxLength` UTF-16 units, one less where that would split a character. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const last = text.charCodeAt(maxLength - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splits ? maxLength - 1 : maxLength);
}
