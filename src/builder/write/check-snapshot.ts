import { join } from 'node:path';
import * as v from 'valibot';
import { decodeLines, parseJsonLine, splitKeyedLine } from '../../format/lines.ts';
import {
  listSections,
  RECORD_SECTION_NAMES,
  RECORD_SECTIONS,
  SEARCH_SECTION_NAMES,
  type AnySectionName,
  type Manifest,
  type NamedSection,
  type RecordSectionName,
  type SearchManifest,
  type SearchSectionName,
} from '../../format/manifest.ts';
import { RECORD_SCHEMAS } from '../../format/records/record-schemas.ts';
import type { BlockEntry } from '../../format/section-index.ts';
import { DictionaryCursor } from '../../search/lists/dictionary-block.ts';
import { PAIR_BYTES } from '../../search/title-pairs.ts';
import type { Disk } from '../disk.ts';
import type { Log } from '../log.ts';
import { openSnapshotFolder, type SnapshotFolder } from './snapshot-folder.ts';

/** Sections up to this size are checked record by record; of larger ones every n-th record is. */
const MAX_CHECKED_RECORDS = 50_000;

/** Blocks that are read and unpacked while the ones before are looked at. */
const READ_AHEAD = 4;

/**
 * Reads a finished snapshot back as an app would: every file is there, has its hash and unpacks;
 * numbers of records are right; keys ascend; records are what the format says.
 * @throws Error or an error of `src/format`; either is a bug in the builder.
 */
export async function checkSnapshot(
  disk: Disk,
  folder: string,
  log: Log,
  signal: AbortSignal,
): Promise<Manifest> {
  const opened = await openSnapshotFolder((path) => disk.read(join(folder, path)));
  const { manifest } = opened;
  const check = new SnapshotCheck(opened, log, signal);
  for (const name of RECORD_SECTION_NAMES) {
    if (manifest.sections[name] !== undefined) await check.section(name);
  }
  if (manifest.search !== undefined) await check.search(manifest.search);
  return manifest;
}

class SnapshotCheck {
  readonly #folder: SnapshotFolder;
  readonly #log: Log;
  readonly #signal: AbortSignal;
  /** Bytes read back, and bytes of all blocks. */
  #done = 0;
  readonly #total: number;

  constructor(folder: SnapshotFolder, log: Log, signal: AbortSignal) {
    this.#folder = folder;
    this.#log = log;
    this.#signal = signal;
    this.#total = listSections(folder.manifest).reduce(
      (sum, { section }) => sum + section.bytes,
      0,
    );
  }

  async section(name: RecordSectionName): Promise<void> {
    const { named, entries } = await this.#entries(name);
    const { records } = named.section;
    const dictionary = await this.#folder.readDictionary(named);
    const step = Math.max(1, Math.ceil(records / MAX_CHECKED_RECORDS));
    let lastKey = '';
    for await (const block of this.#blocks(named, entries, dictionary)) {
      lastKey = checkRecords(name, block, step, lastKey);
    }
  }

  /** The search index: every file, the terms in their order, every list where the dictionary says. */
  async search({ documents, segments = [] }: SearchManifest): Promise<void> {
    const sizes: Partial<Record<SearchSectionName, number>> = {};
    for (const name of SEARCH_SECTION_NAMES) {
      const { named, entries } = await this.#entries(name);
      sizes[name] = sum(entries, 'rawBytes');
      let lastTerm = '';
      const isTitles = name === 'title-terms';
      const end = sizes[isTitles ? 'title-postings' : 'text-postings'] ?? 0;
      const begins = segments.map((segment) => segment[isTitles ? 'titles' : 'texts']);
      const listBytes = begins.map((begin, place) => (begins[place + 1] ?? end) - begin);
      for await (const block of this.#blocks(named, entries, null)) {
        if (named.section.order === 'terms') lastTerm = checkTerms(block, lastTerm, listBytes);
      }
    }
    expectEqual(sizes['title-pairs'] ?? 0, documents * PAIR_BYTES, 'bytes of title-pairs');
  }

  async #entries(name: AnySectionName) {
    const section = this.#folder.manifest.sections[name];
    if (section === undefined) throw new Error(`Section ${name} is missing`);
    const named = { name, section };
    const entries = await this.#folder.readIndex(named);
    expectEqual(entries.length, section.blocks, `blocks of ${name}`);
    expectEqual(sum(entries, 'records'), section.records, `records of ${name}`);
    expectEqual(sum(entries, 'bytes'), section.bytes, `bytes of ${name}`);
    return { named, entries };
  }

  async *#blocks(
    named: NamedSection,
    entries: readonly BlockEntry[],
    dictionary: Uint8Array | null,
  ): AsyncGenerator<ReadBlock> {
    const ahead: Promise<ReadBlock>[] = [];
    const start = async (entry: BlockEntry): Promise<ReadBlock> => {
      const raw = await this.#folder.readBlock(named, entry, dictionary);
      this.#done += entry.bytes;
      this.#log.progress(this.#done, this.#total, 'bytes');
      return { entry, raw, what: `block ${entry.hash} of ${named.name}` };
    };
    for (const place of entries.keys()) {
      this.#signal.throwIfAborted();
      for (const entry of entries.slice(place + ahead.length, place + READ_AHEAD)) {
        const block = start(entry);
        // A failure is met when the block is awaited; until then Node must not call it unhandled.
        block.catch(() => undefined);
        ahead.push(block);
      }
      const block = await ahead.shift();
      if (block !== undefined) yield block;
    }
  }
}

/** A block as its section has it, and its name in words. */
interface ReadBlock {
  readonly entry: BlockEntry;
  readonly raw: Uint8Array;
  readonly what: string;
}

/** Checks a block of records, of which it reads every `step`-th, and returns its last key. */
function checkRecords(
  name: RecordSectionName,
  { entry, raw, what }: ReadBlock,
  step: number,
  keyBefore: string,
): string {
  const lines = decodeLines(raw, what);
  expectEqual(lines.length, entry.records, `records of ${what}`);
  const isKeyed = RECORD_SECTIONS[name].order === 'key';
  let lastKey = keyBefore;
  for (const [place, line] of lines.entries()) {
    const keyed = isKeyed ? splitKeyedLine(line, what) : { key: '', json: line };
    if (isKeyed && keyed.key <= lastKey)
      throw new Error(`Key ${keyed.key} of ${what} is out of order`);
    if (isKeyed && place === 0) expectEqual(keyed.key, entry.firstKey, `first key of ${what}`);
    lastKey = keyed.key;
    if ((entry.firstNumber + place) % step !== 0) continue;
    const parsed = v.safeParse(RECORD_SCHEMAS[name], parseJsonLine(keyed.json, what));
    if (!parsed.success) {
      const [issue] = parsed.issues;
      throw new Error(`Record ${place} of ${what}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
    }
  }
  return lastKey;
}

/** Checks a block of a dictionary of terms and returns its last one. @param listBytes of each segment. */
function checkTerms(
  { entry, raw, what }: ReadBlock,
  termBefore: string,
  listBytes: readonly number[],
): string {
  const cursor = new DictionaryCursor(raw);
  let last = termBefore;
  let terms = 0;
  while (cursor.next()) {
    const { term, lists } = cursor.entry();
    if (terms === 0) expectEqual(term, entry.firstKey, `first term of ${what}`);
    if (term <= last) throw new Error(`Term ${term} of ${what} is out of order`);
    for (const list of lists) {
      if (list.kind !== 'stored' || list.offset + list.bytes <= (listBytes[list.segment] ?? 0)) {
        continue;
      }
      throw new Error(`The list of ${term} of ${what} ends behind segment ${list.segment}`);
    }
    last = term;
    terms++;
  }
  expectEqual(terms, entry.records, `terms of ${what}`);
  return last;
}

function sum(entries: readonly BlockEntry[], field: 'records' | 'bytes' | 'rawBytes'): number {
  return entries.reduce((total, entry) => total + entry[field], 0);
}

function expectEqual(found: number | string, expected: number | string, what: string): void {
  if (found !== expected)
    throw new Error(`The ${what} are ${found}, where ${expected} was expected`);
}
