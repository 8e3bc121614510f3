/** What stands around a number without changing it: Markdown, TeX, HTML, signs of approximation. */
const DECORATION =
  /<\/?[a-z]{1,6}>|\\(?:textbf|mathbf|bf|underline|emph|text)\b|[*_`$\u20ac\u00a3{}]/giu;
const LEADING_SIGNS = /^[\s(<>=~\u2248\u2264\u2265\u2243\u223c]+/u;

/** An unsigned number: groups by comma or dot, decimals after comma or dot, or an exponent. */
const NUMBER = /^([-+]?)(\d[\d.,]*\d|\d[.,]?|[.,]\d+)(?:[eE]([-+]?\d{1,3})(?![\d.]))?/;

const POWER_OF_TEN = /^\s*[x\u00d7\u00b7]\s*10\s*\^\s*\(?([-+]?\d{1,2})\)?/;

/** Letters after a number that multiply it, alone or before a unit ("5.3 GFLOPs", "300MB"). */
const SCALE = /^\.?\s?([kKmMbBGT])(?:i?B|FLOPs?|FLOPS|flops|params?|Params?)?(?![\p{L}\d])/u;
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  m: 1e6,
  M: 1e6,
  b: 1e9,
  B: 1e9,
  G: 1e9,
  T: 1e12,
};

/** Units that may follow a number. After any other word the text is not a number: "20 per node". */
const UNIT =
  /^\s*(?:x|X|s|ms|us|ns|sec|secs|seconds?|min|mins|minutes?|h|hr|hrs|hours?|d|days?|fps|FPS|Hz|kHz|MHz|GHz|dB|db|px|pixels?|mm|cm|km|deg|degrees?|bits?|nats?|bpd|bpc|bpp|p|pp|pts?|points?|img|imgs|images?|epochs?|steps?|GPU|GPUs|W|J|kJ|mJ|kg|g|percent)(?![\p{L}\d])/u;

/** Longer texts are prose; nothing past this is looked at. */
const MAX_LENGTH = 200;

/**
 * The number that the text of a result says, or null when it says none.
 *
 * The archive's results are free text. This reads what people write for one number: percent signs
 * (93.5% is 93.5), spreads (2.42±0.01 is 2.42), scales (15.9M), units, groups of thousands, decimal
 * commas, Markdown, footnote signs. Of several numbers the first counts (54.60/55.55). Text without
 * a number in front is null and never 0: Kinetics400, yes, N/A, -.
 *
 * `2,200` is two thousand two hundred, since exactly three digits follow; `99,45` is a decimal comma.
 */
export function parseValue(raw: string): number | null {
  const text = raw
    .slice(0, MAX_LENGTH)
    .replace(/[\u2212\u2010\u2011]|\u2013(?=\d)/gu, '-')
    .replace(DECORATION, '')
    .trim()
    .replace(LEADING_SIGNS, '');
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [whole, sign, digits = '', exponent] = match;
  const magnitude = parseDigits(digits);
  if (magnitude === null) return null;
  const factor = parseFactor(text.slice(whole.length));
  if (factor === null) return null;
  // Through text, not by multiplying: 15.9 times 1e6 is not 15900000 in binary fractions.
  const power = Number(exponent ?? 0) + factor;
  const value = Number(`${sign}${magnitude}e${power}`);
  return Number.isFinite(value) ? value : null;
}

/** Power of ten that the text after a number multiplies it by; null when the text is no number. */
function parseFactor(rest: string): number | null {
  const power = POWER_OF_TEN.exec(rest);
  if (power !== null) return Number(power[1]);
  const scale = SCALE.exec(rest);
  if (scale !== null) return Math.log10(SCALES[scale[1] ?? ''] ?? 1);
  if (UNIT.test(rest)) return 0;
  // A second dot or comma with digits: a version or a list without blanks, not one number.
  if (/^[.,]\d/.test(rest)) return null;
  // Products of a size ("176400x4x3") and anything that is not a word ("±", "/", "(", "*").
  return /^\s*(?:$|[^\p{L}\s]|[x\u00d7]\s?\d)/u.test(rest) ? 0 : null;
}

/** Digits with separators as a plain decimal text, or null when the separators make no sense. */
function parseDigits(digits: string): string | null {
  const text = digits.replace(/[.,]$/, '');
  const commas = count(text, ',');
  const dots = count(text, '.');
  if (commas === 0 && dots <= 1) return text.startsWith('.') ? `0${text}` : text;
  if (commas > 0 && dots > 0) {
    const isCommaDecimal = text.lastIndexOf(',') > text.lastIndexOf('.');
    return isCommaDecimal ? parseGrouped(text, '.', ',') : parseGrouped(text, ',', '.');
  }
  const separator = commas > 0 ? ',' : '.';
  const isGrouped = new RegExp(`^[1-9]\\d{0,2}(?:\\${separator}\\d{3})+$`).test(text);
  if (isGrouped) return text.replaceAll(separator, '');
  if (commas === 1) return text.startsWith(',') ? `0.${text.slice(1)}` : text.replace(',', '.');
  return null;
}

/** `1,400.000` and `1.400,5`: groups of three by one separator, then decimals after the other. */
function parseGrouped(text: string, group: string, decimal: string): string | null {
  const pattern = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+\\${decimal}\\d+$`);
  return pattern.test(text) ? text.replaceAll(group, '').replace(decimal, '.') : null;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
