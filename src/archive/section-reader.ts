import * as v from 'valibot';
import { MalformedError } from '../format/errors.ts';
import { findKeyedLine, parseJsonLine, splitKeyedLine } from '../format/lines.ts';
import type { ManifestSection, RecordSectionName } from '../format/manifest.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  findBlockByKey,
  findBlockByNumber,
  verifyIndexTotals,
  type BlockEntry,
} from '../format/section-index.ts';
import type { ReadLines } from './block-reader.ts';

/** Typed records of one section, read block by block. */
export interface SectionReader<T> {
  /** Records in the section. */
  readonly size: number;
  /** Starts to read the index, so that a later read need not wait for it. */
  prepare(): void;
  readByKey(key: string): Promise<T | null>;
  readByNumber(number: number): Promise<T | null>;
  /**
   * Keys that stand next to a key that need not be there, in their order: at most `count` on each side, and only those
   * of the block that would hold it.
   */
  keysNear(key: string, count: number): Promise<string[]>;
  /** Records from `start` up to, not including, `end`, both cut to the section. */
  readRange(start: number, end: number): Promise<T[]>;
}

/** @param schema what a record must be; anything else is a MalformedError. */
export function createSectionReader<S extends v.GenericSchema>(
  name: RecordSectionName,
  section: ManifestSection,
  readLines: ReadLines,
  schema: S,
): SectionReader<v.InferOutput<S>> {
  type Record = v.InferOutput<S>;
  let index: Promise<BlockEntry[]> | null = null;

  function readIndex(): Promise<BlockEntry[]> {
    index ??= decodeIndex().catch((error: unknown) => {
      index = null;
      throw error;
    });
    return index;
  }

  async function decodeIndex(): Promise<BlockEntry[]> {
    const what = `index of ${name}`;
    const { order, entries, index: file, pack, codec } = section;
    const blocks =
      file === null
        ? decodeIndexEntries(order, entries ?? [], what)
        : decodeIndexLines(order, await readLines({ ...file, codec }, pack, what), what);
    verifyIndexTotals(section, blocks, what);
    return blocks;
  }

  function readBlock(entry: BlockEntry): Promise<readonly string[]> {
    const { codec, dictionary, pack } = section;
    return readLines({ ...entry, codec, dictionary }, pack, whatOf(entry));
  }

  function whatOf(entry: BlockEntry): string {
    return `block ${entry.hash} of ${name}`;
  }

  function jsonOf(line: string, entry: BlockEntry): string {
    return section.order === 'key' ? splitKeyedLine(line, whatOf(entry)).json : line;
  }

  function parseRecord(json: string, entry: BlockEntry): Record {
    const parsed = v.safeParse(schema, parseJsonLine(json, whatOf(entry)));
    if (parsed.success) return parsed.output;
    const issue = parsed.issues[0];
    throw new MalformedError(
      whatOf(entry),
      `${v.getDotPath(issue) ?? 'a record'}: ${issue.message}`,
    );
  }

  async function readRange(start: number, end: number): Promise<Record[]> {
    const first = Math.max(0, start);
    const last = Math.min(end, section.records);
    if (first >= last) return [];
    const entries = (await readIndex()).filter(
      (entry) => entry.firstNumber < last && entry.firstNumber + entry.records > first,
    );
    const parts = await Promise.all(
      entries.map(async (entry) => {
        const lines = await readBlock(entry);
        return lines
          .slice(Math.max(0, first - entry.firstNumber), last - entry.firstNumber)
          .map((line) => parseRecord(jsonOf(line, entry), entry));
      }),
    );
    return parts.flat();
  }

  return {
    size: section.records,
    prepare() {
      // Whoever reads next meets the same failure and reports it.
      readIndex().catch(() => undefined);
    },
    async readByKey(key) {
      const entry = findBlockByKey(await readIndex(), key);
      if (entry === null) return null;
      const json = findKeyedLine(await readBlock(entry), key, whatOf(entry));
      return json === null ? null : parseRecord(json, entry);
    },
    async readByNumber(number) {
      const entry = findBlockByNumber(await readIndex(), number);
      if (entry === null) return null;
      const line = (await readBlock(entry))[number - entry.firstNumber];
      return line === undefined ? null : parseRecord(line, entry);
    },
    async keysNear(key, count) {
      const index = await readIndex();
      const entry = findBlockByKey(index, key) ?? index[0];
      if (entry === undefined) return [];
      const keys = (await readBlock(entry)).map((line) => splitKeyedLine(line, whatOf(entry)).key);
      const after = keys.findIndex((other) => other >= key);
      const place = after < 0 ? keys.length : after;
      return keys.slice(Math.max(0, place - count), place + count);
    },
    readRange,
  };
}
