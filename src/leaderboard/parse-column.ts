import { isAmbiguousValue, parseValue } from './parse-value.ts';
import type { CommaReading, Value } from './value.ts';

/**
 * The values of one metric, read together, since only the others tell whether `7,537` is 7537 or 7.537: of
 * both the one nearer to them, by order of magnitude, counts. Without others that are clear, three
 * digits after a comma are thousands.
 *
 * @param raw one text a row; null where the row has none. Shape: [rows].
 * @returns one value a row.
 */
export function parseColumn(raw: readonly (string | null)[]): (Value | null)[] {
  const values = raw.map((text) => (text === null ? null : parseValue(text)));
  const isOpen = raw.map((text) => text !== null && isAmbiguousValue(text));
  if (!isOpen.includes(true)) return values;
  const clear = values.flatMap((value, row) => (isOpen[row] === true ? [] : (value?.number ?? [])));
  const usual = median(clear.filter((number) => number !== 0).map((number) => magnitude(number)));
  return values.map((value, row) =>
    value === null || isOpen[row] !== true ? value : parseNear(value.raw, usual),
  );
}

function parseNear(raw: string, usual: number | null): Value {
  if (usual === null) return parseValue(raw);
  const distance = (comma: CommaReading) =>
    Math.abs(magnitude(parseValue(raw, comma).number ?? 0) - usual);
  return parseValue(raw, distance('decimal') < distance('thousands') ? 'decimal' : 'thousands');
}

/** Order of magnitude; of 0 that of the smallest number. */
function magnitude(number: number): number {
  return Math.log10(Math.max(Math.abs(number), Number.MIN_VALUE));
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}
