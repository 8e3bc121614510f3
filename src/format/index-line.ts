import { MalformedError } from './errors.ts';
import { isBlockHash, type BlockHash } from './hash.ts';
import { isKey } from './key.ts';
import { MAX_BLOCK_BYTES, MAX_BLOCK_RAW_BYTES, MAX_SECTION_BLOCKS } from './limits.ts';

/**
 * How the records of a section are ordered and found. `key`: by binary search over the first keys of
 * the blocks. `number`: record n is the n-th of the section, counted from 0. `terms`: as by key, in binary
 * blocks. `bytes`: a record is a byte, found by its place.
 */
export const SECTION_ORDERS = ['key', 'number', 'terms', 'bytes'] as const;
export type SectionOrder = (typeof SECTION_ORDERS)[number];

export const hasKeys = (order: SectionOrder): boolean => order === 'key' || order === 'terms';

/** A line of a section index about one block. */
export interface BlockLine {
  readonly kind: 'block';
  readonly hash: BlockHash;
  readonly bytes: number;
  readonly rawBytes: number;
  readonly records: number;
  /** Empty in sections without keys. */
  readonly firstKey: string;
}

/** A line that says that the next so many blocks lie end to end in the file of that name. */
export interface VolumeLine {
  readonly kind: 'volume';
  readonly hash: BlockHash;
  readonly blocks: number;
}

const MAX_RECORDS = 2 ** 31;

const FIELDS: Readonly<Record<SectionOrder, readonly string[]>> = {
  bytes: ['hash', 'bytes', 'rawBytes'],
  number: ['hash', 'bytes', 'rawBytes', 'records'],
  key: ['hash', 'bytes', 'rawBytes', 'records', 'firstKey'],
  terms: ['hash', 'bytes', 'rawBytes', 'records', 'firstKey'],
};

/** The fields of a block as its line has them. */
export function encodeBlockLine(
  order: SectionOrder,
  { hash, bytes, rawBytes, records, firstKey }: Omit<BlockLine, 'kind'>,
): (string | number)[] {
  if (order === 'bytes') return [hash, bytes, rawBytes];
  return hasKeys(order)
    ? [hash, bytes, rawBytes, records, firstKey]
    : [hash, bytes, rawBytes, records];
}

/**
 * Checks the fields of a line. By hand: an index can have thousands of lines, and a schema library takes
 * most of the time that opening its section does.
 * @throws MalformedError
 */
export function parseIndexLine(
  order: SectionOrder,
  item: unknown,
  what: string,
): BlockLine | VolumeLine {
  if (!Array.isArray(item)) {
    throw new MalformedError(what, `a list was expected, and ${describe(item)} found`);
  }
  const fields: readonly unknown[] = item;
  const hash = parseHash(fields[0], what);
  // Lines of blocks are longer, in every order.
  if (fields.length === 2) {
    return { kind: 'volume', hash, blocks: parseCount(fields[1], MAX_SECTION_BLOCKS, what) };
  }
  const names = FIELDS[order];
  if (fields.length !== names.length) {
    const found = `${fields.length} fields were found`;
    throw new MalformedError(what, `${names.join(', ')} were expected of a block, and ${found}`);
  }
  const rawBytes = parseCount(fields[2], MAX_BLOCK_RAW_BYTES, what);
  return {
    kind: 'block',
    hash,
    bytes: parseCount(fields[1], MAX_BLOCK_BYTES, what),
    rawBytes,
    records: order === 'bytes' ? rawBytes : parseCount(fields[3], MAX_RECORDS, what),
    firstKey: hasKeys(order) ? parseKey(fields[4], what) : '',
  };
}

function parseHash(value: unknown, what: string): BlockHash {
  if (typeof value === 'string' && isBlockHash(value)) return value;
  throw new MalformedError(what, `32 hex digits were expected, and ${describe(value)} found`);
}

function parseCount(value: unknown, max: number, what: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= max) {
    return value as number;
  }
  const expected = `a whole number from 1 to ${max} was expected`;
  throw new MalformedError(what, `${expected}, and ${describe(value)} found`);
}

function parseKey(value: unknown, what: string): string {
  if (typeof value === 'string' && isKey(value)) return value;
  throw new MalformedError(what, `a key was expected, and ${describe(value)} found`);
}

/** A value in words, cut short: anything may stand in a file, as deeply nested as it likes. */
function describe(value: unknown): string {
  if (typeof value === 'string')
    return `"${value.length <= 60 ? value : `${value.slice(0, 60)} …`}"`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return JSON.stringify(value) ?? 'nothing';
}
