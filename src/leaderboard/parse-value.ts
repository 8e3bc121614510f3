import { isAmbiguous, parseDigits } from './parse-digits.ts';
import type { CommaReading, Value } from './value.ts';

/** What stands around a number without changing it: Markdown, TeX, HTML, signs of money. */
const DECORATION =
  /<\/?[a-z]{1,6}>|\\(?:textbf|mathbf|bf|underline|emph|text)\b|\*\*|[_`$\u20ac\u00a3{}]/giu;
const LEADING = /^[\s(<>=~\u2248\u2264\u2265\u2243\u223c*]+/u;

/** An unsigned number: groups by comma or dot, decimals after comma or dot, or an exponent. */
const NUMBER = /^([-+]?)(\d[\d.,]*\d|\d[.,]?|[.,]\d+)(?:[eE]([-+]?\d{1,3})(?![\d.]))?/;

const POWER_OF_TEN = /^\s*[x\u00d7\u00b7]\s*10\s*\^\s*\(?([-+]?\d{1,2})\)?/;

/** Letters after a number that multiply it, alone or before a unit ("5.3 GFLOPs", "300MB"). */
const SCALE = /^\.?\s?([kKmMbBGT])((?:i?B|FLOPs?|FLOPS|flops|params?|Params?)?)(?![\p{L}\d])/u;
const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  m: 6,
  M: 6,
  b: 9,
  B: 9,
  G: 9,
  T: 12,
};

/** Units that may follow a number. After any other word the text is not a number: "20 per node". */
const UNIT =
  /^\s*(x|X|s|ms|us|ns|sec|secs|seconds?|min|mins|minutes?|h|hr|hrs|hours?|d|days?|fps|FPS|Hz|kHz|MHz|GHz|dB|db|px|pixels?|mm|cm|km|deg|degrees?|bits?|nats?|bpd|bpc|bpp|p|pp|pts?|points?|img|imgs|images?|epochs?|steps?|GPU|GPUs|W|J|kJ|mJ|kg|g|percent)(?![\p{L}\d])/u;
const PERCENT = /^\s*%+/;

const SPREAD = /^\s*\(?\s*(?:\u00b1|\+\/?-|\\pm)\s*(\d+(?:[.,]\d+)?)\s*%?\)?/u;
/** Numbers after the first: `/55.55`, `:1`, `x4x3`, `, 91.9 (28 gestures)`. */
const FURTHER =
  /(?<![\p{L}\d.])\d+(?:\.\d+)?(?![\p{L}\d])|(?<=\d[x\u00d7])\d+|(?<=^[x\u00d7]\s?)\d+/gu;

/** What nearly all values are, read without the rest of this file. */
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const PLAIN_FORM = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:\s*%+|\u00b1\d+(?:\.\d+)?)?\s*$/i;

/** Longer texts are prose; nothing past this is looked at. */
const MAX_LENGTH = 200;

/**
 * Reads what people write for one result: percent signs (93.5% is 93.5), spreads (2.42±0.01), scales
 * (15.9M), units, groups of thousands, decimal commas, Markdown, footnote signs. Of several numbers
 * the first counts (54.60/55.55). Text without a number in front has none, and never 0: Kinetics400, yes,
 * N/A, -.
 *
 * @param comma how `2,200` is read; `99,45` and `1,514,187` are what they are. The values of a
 *   board's other rows tell: see `parseColumn`.
 */
export function parseValue(raw: string, comma: CommaReading = 'thousands'): Value {
  if (PLAIN.test(raw)) {
    const number = Number(raw);
    if (Number.isFinite(number)) return { raw, number, isPlain: true };
  }
  const text = raw
    .slice(0, MAX_LENGTH)
    .replace(/[\u2212\u2010\u2011]|\u2013(?=\d)/gu, '-')
    .replace(DECORATION, '')
    .trim();
  const leading = LEADING.exec(text)?.[0] ?? '';
  const body = text.slice(leading.length);
  const match = NUMBER.exec(body);
  const none: Value = { raw, number: null, isPlain: false };
  if (match === null) return none;
  const [whole, sign, digits = '', exponent] = match;
  const magnitude = parseDigits(digits, comma);
  const tail = parseTail(body.slice(whole.length));
  if (magnitude === null || tail === null) return none;
  // Through text, not by multiplying: 15.9 times 1e6 is not 15900000 in binary fractions.
  const power = Number(exponent ?? 0) + tail.power;
  const number = Number(`${sign}${magnitude}e${power}`);
  if (!Number.isFinite(number)) return none;
  const note = leading.includes('*') ? tail.note.replace(/\*$/, '') : tail.note;
  const qualifier = qualifierOf(leading);
  const further = furtherNumbers(note);
  return {
    raw,
    number,
    ...(tail.unit !== null && { unit: tail.unit }),
    ...(tail.spread !== null && {
      uncertainty: Number(`${tail.spread.replace(',', '.')}e${power}`),
    }),
    ...(qualifier !== null && { qualifier }),
    ...(further.length > 0 && { further }),
    ...(note !== '' && note !== ')' && { note }),
    isPlain: PLAIN_FORM.test(raw),
  };
}

/** Whether the number in a text can be read two ways, as thousands or with a decimal comma. */
export function isAmbiguousValue(raw: string): boolean {
  if (PLAIN.test(raw) || !raw.includes(',')) return false;
  const text = raw.slice(0, MAX_LENGTH).replace(DECORATION, '').trim().replace(LEADING, '');
  const digits = NUMBER.exec(text)?.[2] ?? '';
  return isAmbiguous(digits.replace(/[.,]$/, ''));
}

interface Tail {
  /** Power of ten that the number is multiplied by. */
  readonly power: number;
  readonly unit: string | null;
  readonly spread: string | null;
  readonly note: string;
}

/** What follows a number; null when it makes the text no number after all. */
function parseTail(start: string): Tail | null {
  let rest = start;
  let power = 0;
  let unit: string | null = null;
  let spread: string | null = null;
  const takeSpread = () => {
    const match = SPREAD.exec(rest);
    if (match === null) return;
    spread = match[1] ?? null;
    rest = rest.slice(match[0].length);
  };
  takeSpread();
  const tenth = POWER_OF_TEN.exec(rest);
  const scale = tenth === null ? SCALE.exec(rest) : null;
  const known = PERCENT.exec(rest) ?? UNIT.exec(rest);
  if (tenth !== null) {
    power = Number(tenth[1]);
    rest = rest.slice(tenth[0].length);
  } else if (scale !== null) {
    power = POWERS[scale[1] ?? ''] ?? 0;
    unit = scale[2] === undefined || scale[2] === '' ? null : scale[2];
    rest = rest.slice(scale[0].length);
  } else if (known !== null) {
    unit = known[1] ?? '%';
    rest = rest.slice(known[0].length);
  } else if (spread === null && !canFollow(rest)) return null;
  if (spread === null) takeSpread();
  return { power, unit: unit === 'percent' ? '%' : unit, spread, note: rest.trim() };
}

/** Whether a number stays one before this text: not before words, nor inside a version or a list. */
function canFollow(rest: string): boolean {
  if (/^[.,]\d/.test(rest)) return false;
  // Products of a size ("176400x4x3") and anything that is not a word ("/", "(", "*").
  return /^\s*(?:$|[^\p{L}\s]|[x\u00d7]\s?\d)/u.test(rest);
}

function qualifierOf(leading: string): NonNullable<Value['qualifier']> | null {
  if (/[<\u2264]/u.test(leading)) return 'below';
  if (/[>\u2265]/u.test(leading)) return 'above';
  return /[~\u2248\u2243\u223c]/u.test(leading) ? 'about' : null;
}

/** Numbers outside of brackets in what follows the first one. */
function furtherNumbers(note: string): number[] {
  if (note === '') return [];
  const open = note.replace(/\([^)]*\)?/g, ' ');
  return (open.match(FURTHER) ?? []).map(Number);
}
