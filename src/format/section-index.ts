import { MalformedError } from './errors.ts';
import type { BlockHash } from './hash.ts';
import type { HostedFile } from './hosted-file.ts';
import { encodeBlockLine, hasKeys, parseIndexLine, type SectionOrder } from './index-line.ts';
import { MAX_SECTION_BLOCKS, MAX_VOLUME_BYTES } from './limits.ts';
import { parseJsonLine } from './lines.ts';
import { SnapshotRefusedError } from './trust/refusal.ts';

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

/** An index: the lines of its file, or the items of `entries` in the manifest. */
export function encodeIndexEntries(
  order: SectionOrder,
  entries: readonly BlockEntry[],
): (string | number)[][] {
  return entries.flatMap((entry) => {
    const line = encodeBlockLine(order, entry);
    const { place } = entry;
    return place?.offset === 0 ? [[place.volume.hash, place.volume.blocks], line] : [line];
  });
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
  /** The volume that blocks are of, as far as it is filled, and how many are still to come. */
  let volume: { readonly hash: BlockHash; readonly blocks: number; bytes: number } | undefined;
  let left = 0;
  let firstNumber = 0;
  let lastKey = '';
  const entries: BlockEntry[] = [];
  for (const item of items) {
    const line = parseIndexLine(order, item, what);
    if (line.kind === 'volume') {
      if (left > 0) break;
      volume = { hash: line.hash, blocks: line.blocks, bytes: 0 };
      left = line.blocks;
      continue;
    }
    const { hash, bytes, rawBytes, records, firstKey } = line;
    if (entries.length === MAX_SECTION_BLOCKS) {
      throw new MalformedError(what, `it has more than the ${MAX_SECTION_BLOCKS} blocks allowed`);
    }
    if (hasKeys(order) && firstKey <= lastKey) {
      throw new MalformedError(what, `key "${firstKey}" stands after "${lastKey}"`);
    }
    const filling = left > 0 ? volume : undefined;
    const place = filling && { volume: filling, offset: filling.bytes };
    entries.push({ hash, bytes, rawBytes, records, firstNumber, firstKey, place });
    if (filling !== undefined) {
      filling.bytes += bytes;
      left -= 1;
      if (filling.bytes > MAX_VOLUME_BYTES) break;
    }
    firstNumber += records;
    lastKey = firstKey;
  }
  if (left === 0 && (volume?.bytes ?? 0) <= MAX_VOLUME_BYTES) return entries;
  throw new MalformedError(
    what,
    `volume ${volume?.hash} lacks ${left} blocks, or has more than ${MAX_VOLUME_BYTES} bytes`,
  );
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
