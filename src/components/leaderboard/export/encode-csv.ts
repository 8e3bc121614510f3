import type { ExportTable } from './export-table.ts';

/** What a program for tables may take for a formula when a cell begins with it; wide signs too, as in East Asia. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** For "no value": nothing to compute. */
const DASHES = /^-+$/;
const NUMBER = /^[-+]?(?:\d+(?:[.,]\d+)*|\.\d+)(?:e[-+]?\d+)?\s*%?$/i;

/**
 * A table as CSV (RFC 4180) in UTF-8, with the mark by which Excel knows it. Values stay as the archive
 * has them. Texts that would be read as formulas get an apostrophe in front; numbers do not.
 */
export function encodeCsv({ columns, rows }: Pick<ExportTable, 'columns' | 'rows'>): string {
  const lines = [
    columns.map(({ label }) => encodeField(label)),
    ...rows.map((cells) => cells.map(({ text }) => encodeField(text))),
  ];
  return `\ufeff${lines.map((fields) => `${fields.join(',')}\r\n`).join('')}`;
}

function encodeField(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) && !DASHES.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
