/** Combining mark of each accent command. */
const MARKS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  r: '\u030a',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
};

/** Combining marks of the accents that formulas use. */
const MATH_MARKS: Readonly<Record<string, string>> = {
  hat: '\u0302',
  widehat: '\u0302',
  bar: '\u0304',
  overline: '\u0304',
  tilde: '\u0303',
  widetilde: '\u0303',
  vec: '\u20d7',
  dot: '\u0307',
  ddot: '\u0308',
  check: '\u030c',
  breve: '\u0306',
  acute: '\u0301',
  grave: '\u0300',
  mathring: '\u030a',
};

/** Suffixes of named character references such as `&eacute;`. */
const ENTITY_MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
};

const compose = (
  table: Readonly<Record<string, string>>,
  accent: string,
  letter: string,
): string | undefined =>
  Object.hasOwn(table, accent) ? (letter + (table[accent] ?? '')).normalize('NFC') : undefined;

/** Letter with a text accent (`"` and `o` give `ö`), or undefined for an unknown accent. */
export const accented = (accent: string, letter: string): string | undefined =>
  compose(MARKS, accent, letter);

/** The same, but only where Unicode has the pair as one character. */
export const accentedAsOne = (accent: string, letter: string): string | undefined => {
  const pair = accented(accent, letter);
  return pair !== undefined && pair.length === 1 ? pair : undefined;
};

/** Letter with an accent of formulas (`hat` and `x`), or undefined. */
export const mathAccented = (accent: string, letter: string): string | undefined =>
  compose(MATH_MARKS, accent, letter);

/** True for `hat`, `bar` and the other accents of formulas. */
export const isMathAccent = (name: string): boolean => Object.hasOwn(MATH_MARKS, name);

/** Letter with the accent named in a character reference, or undefined. */
export const entityAccented = (letter: string, accent: string): string | undefined => {
  const pair = compose(ENTITY_MARKS, accent, letter);
  return pair !== undefined && pair.length === 1 ? pair : undefined;
};
