import { hashBytes } from '../../format/hash.ts';
import type { PackedFile } from '../../format/manifest.ts';
import { blockPath } from '../../format/version.ts';
import { hash32 } from './block-cutter.ts';
import type { IndexOutput } from './write-index.ts';
import { trainDictionary } from './train-dictionary.ts';

/** What the blocks of a section are packed with, and its file. */
export interface WrittenDictionary {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly file: PackedFile;
}

/** Records that a dictionary is made from: 5 MB of abstracts. */
const SAMPLE_RECORDS = 4096;

/** Large enough to bring abstracts under 29 % of their text, and 35 kB packed (docs/decisions/0014). */
const DICTIONARY_BYTES = 100_000;

/** With these bytes begin dictionaries of zstd that are more than mere content (RFC 8878, 5). */
const FORMATTED_MAGIC = [0x37, 0xa4, 0x30, 0xec];

/**
 * Which records of a section by number a dictionary is made from, so that a later snapshot makes the same
 * one: when it differs, every block does. Only records before the largest power of two are looked at, and
 * of those the ones whose key's hash says so. So records that are added behind change nothing until there
 * are twice as many.
 *
 * @returns numbers, ascending; none when there are too few to gain by it.
 */
export function planSample(records: number, keyOf: (number: number) => string): number[] {
  const population = 2 ** Math.floor(Math.log2(Math.max(1, records)));
  const step = population / SAMPLE_RECORDS;
  if (step < 1) return [];
  const numbers: number[] = [];
  for (let number = 0; number < population; number++) {
    if (hash32(keyOf(number)) % step === 0) numbers.push(number);
  }
  return numbers;
}

/**
 * Makes a dictionary from lines of a section and writes its file.
 * @returns null when there are no lines.
 */
export async function writeDictionary(
  lines: Iterable<string>,
  { packer, write }: IndexOutput,
): Promise<WrittenDictionary | null> {
  const sample = new TextEncoder().encode([...lines].join(''));
  if (sample.byteLength === 0) return null;
  const raw = asContent(trainDictionary(sample, DICTIONARY_BYTES));
  const rawBytes = raw.byteLength;
  const packed = await packer.pack('zstd', raw.slice());
  const hash = await hashBytes(packed);
  await write(blockPath(hash), packed);
  return { raw, file: { hash, bytes: packed.byteLength, rawBytes } };
}

/** zstd looks at how a dictionary begins; ours is never one that it formats. */
function asContent(dictionary: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const isFormatted = FORMATTED_MAGIC.every((byte, place) => dictionary[place] === byte);
  return isFormatted ? dictionary.slice(1) : dictionary;
}
