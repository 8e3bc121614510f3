import type { CommaReading } from './value.ts';

/** `2,200`: one comma and three digits, which may be thousands or decimals. */
const AMBIGUOUS = /^[1-9]\d{0,2},\d{3}$/;

/** Whether digits with separators can be read both ways, so that other values have to tell. */
export function isAmbiguous(digits: string): boolean {
  return AMBIGUOUS.test(digits);
}

/**
 * Digits with separators as a plain decimal text (`1,514,187` is `1514187`, `99,45` is `99.45`), or null
 * when the separators make no sense together (`1.2.3`).
 */
export function parseDigits(digits: string, comma: CommaReading): string | null {
  const text = digits.replace(/[.,]$/, '');
  const commas = count(text, ',');
  const dots = count(text, '.');
  if (commas === 0 && dots <= 1) return text.startsWith('.') ? `0${text}` : text;
  if (commas > 0 && dots > 0) {
    const isCommaDecimal = text.lastIndexOf(',') > text.lastIndexOf('.');
    return isCommaDecimal ? parseGrouped(text, '.', ',') : parseGrouped(text, ',', '.');
  }
  if (isAmbiguous(text) && comma === 'decimal') return text.replace(',', '.');
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
