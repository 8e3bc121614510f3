import { MalformedError } from './errors.ts';

/**
 * The inside of a block and of a section index: UTF-8 text, one record a line, every line ended by
 * LF. JSON never holds a raw line break or tab, so both are free to separate.
 */

/** One line of a key-ordered block: `key TAB json`. */
export function encodeKeyedLine(key: string, record: unknown): string {
  return `${key}\t${JSON.stringify(record)}\n`;
}

/** One line of a numbered block or an index: just the JSON. */
export function encodeNumberedLine(record: unknown): string {
  return `${JSON.stringify(record)}\n`;
}

/**
 * The lines of an unpacked block, without their line ends.
 * @throws MalformedError on bytes that are not UTF-8 or do not end in LF.
 */
export function decodeLines(raw: Uint8Array, what: string): string[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch (cause) {
    throw new MalformedError(what, 'it is not UTF-8 text', { cause });
  }
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new MalformedError(what, 'its last line has no end');
  const lines = text.split('\n');
  lines.pop();
  return lines;
}

/** Parses one line of JSON. @throws MalformedError */
export function parseJsonLine(line: string, what: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new MalformedError(what, 'a line of it is not JSON', { cause });
  }
}

/** Splits a line of a key-ordered block. @throws MalformedError on a line without a key. */
export function splitKeyedLine(line: string, what: string): { key: string; json: string } {
  const tab = line.indexOf('\t');
  if (tab < 1) throw new MalformedError(what, 'a line of it has no key');
  return { key: line.slice(0, tab), json: line.slice(tab + 1) };
}

/**
 * JSON of the record with this key in the lines of a key-ordered block, or null when no line has it.
 * Binary search; only the keys that it passes are read.
 */
export function findKeyedLine(lines: readonly string[], key: string, what: string): string | null {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = splitKeyedLine(lines[middle] ?? '', what);
    if (line.key === key) return line.json;
    if (line.key < key) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
