import { TexTextDecoder } from './decode-tex-text.ts';
import { decodeEntities } from './entities.ts';
import { repairCharacters } from './repair-characters.ts';
import { splitMath } from './split-math.ts';

/**
 * What one reading uncovers (`\\emph` escaped twice, a reference within a command) the next one
 * reads. Real texts settle after one; the limit is for texts made to be awkward.
 */
const MAX_READINGS = 8;

/** Nothing to decode: the common case for titles and names. */
const MAY_HOLD_MARKUP = /[\\&~{`$“]|--/;

/** White space other than a blank. */
const OTHER_SPACE = /[^\S ]/;

/** Looks before it replaces: most texts have one blank between words and nothing else. */
const collapseBlanks = (text: string): string =>
  text.includes('  ') || text.startsWith(' ') || text.endsWith(' ') || OTHER_SPACE.test(text)
    ? text.replace(/\s+/g, ' ').trim()
    : text;

const UNICODE_FORMULA = /^\s*\\unicode\{x([\da-fA-F]{2,6})\}\s*$/;

function characterFormula(tex: string): string | undefined {
  const code = parseInt(UNICODE_FORMULA.exec(tex)?.[1] ?? '', 16);
  return code >= 0xa0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const formulasOf = (text: string): string =>
  splitMath(text)
    .map((segment) => (segment.kind === 'math' ? segment.source : '\0'))
    .join('\n');

/** `\$` becomes `$` where that makes no formula of what stands between two prices. */
function releaseDollars(text: string): string {
  if (!text.includes('\\$')) return text;
  const released = splitMath(text)
    .map((segment) => (segment.kind === 'math' ? segment.source : segment.text))
    .join('');
  return formulasOf(released) === formulasOf(text) ? released : text;
}

function readOnce(text: string): string {
  const repaired = collapseBlanks(repairCharacters(decodeEntities(text)));
  const decoder = new TexTextDecoder(repaired);
  for (const segment of splitMath(repaired)) {
    const character = segment.kind === 'math' ? characterFormula(segment.tex) : undefined;
    if (character !== undefined) decoder.text(character);
    else if (segment.kind === 'math') decoder.verbatim(segment.source);
    else decoder.text(segment.source);
  }
  return collapseBlanks(releaseDollars(decoder.result()).normalize('NFC'));
}

/**
 * A title, name or abstract as one line of clean Unicode: broken characters repaired, HTML
 * references and TeX outside formulas decoded, white space collapsed, NFC. Formulas keep their
 * source for splitMath; `\$` keeps its backslash only where a bare dollar would be read as one.
 * Unknown commands stay. HTML elements and Markdown are not looked at. Never throws, takes linear
 * time, and changes nothing in its own output.
 */
export function cleanText(raw: string): string {
  let text = collapseBlanks(repairCharacters(raw));
  if (!MAY_HOLD_MARKUP.test(text)) return text;
  for (let reading = 0; reading < MAX_READINGS; reading += 1) {
    const next = readOnce(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

/** The same for a text with paragraphs: blank lines stay as one `\n\n`, other breaks are blanks. */
export function cleanParagraphs(raw: string): string {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const closeParagraph = (): void => {
    const text = cleanText(lines.join(' '));
    if (text !== '') paragraphs.push(text);
    lines = [];
  };
  for (const line of repairCharacters(raw).split('\n')) {
    if (/\S/.test(line)) lines.push(line);
    else closeParagraph();
  }
  closeParagraph();
  return paragraphs.join('\n\n');
}
