import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { HashMismatchError } from '../../../src/format/errors.ts';
import { hashBytes, isBlockHash, verifyHash, type BlockHash } from '../../../src/format/hash.ts';

const bytes = new TextEncoder().encode('a block');

test('a name is the first 16 bytes of the SHA-256, in lower-case hex', async () => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await hashBytes(bytes)).toBe(sha256.slice(0, 32));
});

test('the buffer may be used again at once', async () => {
  const buffer = bytes.slice();
  const hashing = hashBytes(buffer);
  buffer.fill(0);
  expect(await hashing).toBe(await hashBytes(bytes));
});

test('verifyHash refuses other bytes and says what it found', async () => {
  const hash = await hashBytes(bytes);
  await expect(verifyHash(bytes, hash)).resolves.toBeUndefined();
  const other = '0'.repeat(32) as BlockHash;
  await expect(verifyHash(bytes, other)).rejects.toThrow(HashMismatchError);
});

test.each([
  ['0123456789abcdef0123456789abcdef', true],
  ['0123456789ABCDEF0123456789ABCDEF', false],
  ['0123456789abcdef', false],
  ['../../../etc/passwd', false],
])('isBlockHash(%s) is %s', (text, expected) => {
  expect(isBlockHash(text)).toBe(expected);
});
