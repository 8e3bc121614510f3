import { entityAccented } from './accents.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  times: '×',
  deg: '°',
  plusmn: '±',
  middot: '·',
  micro: 'µ',
  copy: '©',
  reg: '®',
  trade: '™',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  le: '≤',
  ge: '≥',
  ne: '≠',
};

const REFERENCE_TAIL = /(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/y;
const ACCENTED_NAME = /^([A-Za-z])(acute|grave|circ|uml|tilde|ring|cedil|caron)$/;

function characterOf(match: RegExpExecArray): string | undefined {
  const [, decimal, hexadecimal, name = ''] = match;
  if (decimal !== undefined || hexadecimal !== undefined) {
    const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10);
    // Nobody needs a reference for these; decoded, they could form the next one.
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
    const character = String.fromCodePoint(code);
    return /[\dA-Za-z#;]/.test(character) ? undefined : character;
  }
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const [, letter = '', accent = ''] = ACCENTED_NAME.exec(name) ?? [];
  return entityAccented(letter, accent);
}

/**
 * Decodes HTML character references: numbers, the XML names, common punctuation and accented Latin
 * letters. `&amp;lt;`, which dumps escaped twice hold, becomes `<` too. Unknown names stay. A
 * backslash before the ampersand (TeX's `\&`) goes with a reference that is decoded.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let out = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    let end = at + 1;
    let decoded = '&';
    // While the answer is an ampersand again, what follows may complete another reference.
    while (decoded === '&') {
      REFERENCE_TAIL.lastIndex = end;
      const match = REFERENCE_TAIL.exec(text);
      const character = match ? characterOf(match) : undefined;
      if (character === undefined) break;
      decoded = character;
      end = REFERENCE_TAIL.lastIndex;
    }
    const isEscaped = end > at + 1 && text[at - 1] === '\\' && text[at - 2] !== '\\';
    out += text.slice(from, isEscaped ? at - 1 : at) + decoded;
    from = end;
  }
  return out + text.slice(from);
}
