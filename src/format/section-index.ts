import * as v from 'valibot';
import { MalformedError } from './errors.ts';
import { BlockHashSchema, type BlockHash } from './hash.ts';
import { isKey } from './key.ts';
import type { HostedFile, Volume } from './hosted-file.ts';
import {
  MAX_BLOCK_BYTES,
  MAX_BLOCK_RAW_BYTES,
  MAX_SECTION_BLOCKS,
  MAX_VOLUME_BYTES,
} from './limits.ts';
import { parseJsonLine } from './lines.ts';
import { SnapshotRefusedError } from './trust/refusal.ts';

/**
 * How the records of a section are ordered and found. `key`: by binary search over the first keys of
 * the blocks. `number`: record n is the n-th of the section, counted from 0. `terms`: as by key, in binary
 * blocks. `bytes`: a record is a byte, found by its place.
 */
export const SECTION_ORDERS = ['key', 'number', 'terms', 'bytes'] as const;
export type SectionOrder = (typeof SECTION_ORDERS)[number];

/** One block of a section, as its index lists it. */
export interface BlockEntry extends HostedFile {
  /** Size when unpacked. */
  readonly rawBytes: number;
  /** Records in the block, at least one. */
  readonly records: number;
  /** Number of the block's first record within the section. */
  readonly firstNumber: number;
  /** Key of the block's first record; empty in numbered sections. */
  readonly firstKey: string;
}

const count = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(max));
const file = [BlockHashSchema, count(MAX_BLOCK_BYTES), count(MAX_BLOCK_RAW_BYTES)] as const;
const BytesLine = v.strictTuple([...file]);
const NumberedLine = v.strictTuple([...file, count(2 ** 31)]);
const KeyedLine = v.strictTuple([
  ...file,
  count(2 ** 31),
  v.pipe(v.string(), v.check(isKey, 'a key was expected')),
]);
/** Says that the next so many blocks lie end to end in the file of that name. */
const VolumeLine = v.strictTuple([BlockHashSchema, count(MAX_SECTION_BLOCKS)]);
const LINES = { key: KeyedLine, number: NumberedLine, terms: KeyedLine, bytes: BytesLine };

const hasKeys = (order: SectionOrder): boolean => order === 'key' || order === 'terms';

/** An index: the lines of its file, or the items of `entries` in the manifest. */
export function encodeIndexEntries(
  order: SectionOrder,
  entries: readonly BlockEntry[],
): (string | number)[][] {
  return entries.flatMap((entry) => {
    const line = encodeBlock(order, entry);
    return entry.place?.offset === 0 ? [encodeVolume(entry.place.volume), line] : [line];
  });
}

function encodeVolume({ hash, blocks }: Volume): (string | number)[] {
  return [hash, blocks];
}

function encodeBlock(order: SectionOrder, entry: BlockEntry): (string | number)[] {
  const { hash, bytes, rawBytes, records, firstKey } = entry;
  if (order === 'bytes') return [hash, bytes, rawBytes];
  return hasKeys(order)
    ? [hash, bytes, rawBytes, records, firstKey]
    : [hash, bytes, rawBytes, records];
}

/** Reads the lines of an index file. @throws MalformedError */
export function decodeIndexLines(
  order: SectionOrder,
  lines: readonly string[],
  what: string,
): BlockEntry[] {
  const items = lines.map((line) => parseJsonLine(line, what));
  return decodeIndexEntries(order, items, what);
}

/**
 * Reads the entries of a section index.
 * @throws MalformedError on entries of another shape, keys out of order, or volumes that do not add up.
 */
export function decodeIndexEntries(
  order: SectionOrder,
  items: readonly unknown[],
  what: string,
): BlockEntry[] {
  const schema = LINES[order];
  /** The volume that blocks are of, as far as it is filled, and how many are still to come. */
  let volume: { readonly hash: BlockHash; readonly blocks: number; bytes: number } | undefined;
  let left = 0;
  let firstNumber = 0;
  let lastKey = '';
  const entries: BlockEntry[] = [];
  for (const item of items) {
    // Lines of blocks are longer, in every order.
    if (Array.isArray(item) && item.length === 2) {
      const [hash, blocks] = parseLine(VolumeLine, item, what);
      if (left > 0) break;
      volume = { hash, blocks, bytes: 0 };
      left = blocks;
      continue;
    }
    const line = parseLine(schema, item, what);
    const [hash, bytes, rawBytes, records = rawBytes, firstKey = ''] = line;
    if (entries.length === MAX_SECTION_BLOCKS) {
      throw new MalformedError(what, `it has more than the ${MAX_SECTION_BLOCKS} blocks allowed`);
    }
    if (hasKeys(order) && firstKey <= lastKey) {
      throw new MalformedError(what, `key "${firstKey}" stands after "${lastKey}"`);
    }
    const entry = { hash, bytes, rawBytes, records, firstNumber, firstKey };
    if (volume !== undefined && left > 0) {
      entries.push({ ...entry, place: { volume, offset: volume.bytes } });
      volume.bytes += bytes;
      left -= 1;
      if (volume.bytes > MAX_VOLUME_BYTES) break;
    } else entries.push(entry);
    firstNumber += records;
    lastKey = firstKey;
  }
  if (left === 0 && (volume?.bytes ?? 0) <= MAX_VOLUME_BYTES) return entries;
  throw new MalformedError(
    what,
    `volume ${volume?.hash} lacks ${left} blocks, or has more than ${MAX_VOLUME_BYTES} bytes`,
  );
}

function parseLine<S extends v.GenericSchema>(
  schema: S,
  item: unknown,
  what: string,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, item);
  if (!parsed.success) throw new MalformedError(what, parsed.issues[0].message);
  return parsed.output;
}

/**
 * Checks that an index is the one that its manifest describes. Each could be whole and unchanged, and
 * yet be of two snapshots: a host in the middle of an update, a mirror that mixes them, an archive
 * file put together from two.
 * @throws SnapshotRefusedError of kind `mixed`.
 */
export function verifyIndexTotals(
  { blocks, records, bytes }: { blocks: number; records: number; bytes: number },
  entries: readonly BlockEntry[],
  what: string,
): void {
  const found = {
    blocks: entries.length,
    records: entries.reduce((sum, entry) => sum + entry.records, 0),
    bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0),
  };
  if (found.blocks === blocks && found.records === records && found.bytes === bytes) return;
  const describe = (totals: typeof found): string =>
    `${totals.blocks} blocks with ${totals.records} records in ${totals.bytes} bytes`;
  throw new SnapshotRefusedError({
    kind: 'mixed',
    part: `the ${what}`,
    found: describe(found),
    expected: describe({ blocks, records, bytes }),
  });
}

/** The only block that can hold this key, or null when the key stands before the first. */
export function findBlockByKey(entries: readonly BlockEntry[], key: string): BlockEntry | null {
  return lastEntryWhere(entries, (entry) => entry.firstKey <= key);
}

/** The block that holds record `number`, or null when there is no such record. */
export function findBlockByNumber(
  entries: readonly BlockEntry[],
  number: number,
): BlockEntry | null {
  if (number < 0) return null;
  const entry = lastEntryWhere(entries, (candidate) => candidate.firstNumber <= number);
  return entry !== null && number < entry.firstNumber + entry.records ? entry : null;
}

/** Binary search for the last entry for which a condition, true up to some point, still holds. */
function lastEntryWhere(
  entries: readonly BlockEntry[],
  holds: (entry: BlockEntry) => boolean,
): BlockEntry | null {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && holds(entry)) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1] ?? null;
}
