import * as v from 'valibot';
import { HashMismatchError } from './errors.ts';

/** Name of a hashed file: the first 16 bytes of the SHA-256 of its bytes, as 32 hex digits. */
export type BlockHash = string & { readonly __brand: 'BlockHash' };

export const HASH_BYTES = 16;

const HASH_PATTERN = /^[0-9a-f]{32}$/;

export function isBlockHash(value: string): value is BlockHash {
  return HASH_PATTERN.test(value);
}

/** A hash within JSON. */
export const BlockHashSchema = v.custom<BlockHash>(
  (value) => typeof value === 'string' && isBlockHash(value),
  'a hash of 32 hex digits was expected',
);

/**
 * Hash of some bytes as the format names them. Why 16 bytes are enough: docs/format.md, "Hashes".
 * The bytes are read before the first await, so the caller may reuse its buffer afterwards.
 */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<BlockHash> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  let hex = '';
  for (const byte of digest.subarray(0, HASH_BYTES)) hex += byte.toString(16).padStart(2, '0');
  return hex as BlockHash;
}

/** Throws HashMismatchError unless the bytes have that hash. */
export async function verifyHash(
  bytes: Uint8Array<ArrayBuffer>,
  expected: BlockHash,
): Promise<void> {
  const found = await hashBytes(bytes);
  if (found !== expected) throw new HashMismatchError(expected, found, bytes.byteLength);
}
