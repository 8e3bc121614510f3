import { createPrivateKey, sign } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { decodeBase64Url } from '../../../../src/format/base64url.ts';
import type { PublicKey } from '../../../../src/format/trust/public-key.ts';
import { createVerifier } from '../../../../src/format/trust/verify-ed25519.ts';
import { createTestSigner } from '../../../support/signed-snapshot.ts';

/** A platform that does not know the algorithm, as browsers say it. */
const ignorant = {
  importKey: () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError')),
  verify: () => Promise.reject(new Error('it never gets here')),
} as unknown as SubtleCrypto;

const VERIFIERS = [
  ['the platform', createVerifier(crypto.subtle)],
  ['the library', createVerifier(ignorant)],
] as const;

const signer = await createTestSigner();
const message = new TextEncoder().encode('{"a":1}');
const signature = await signer.signBytes(message);

/** RFC 8032, 7.1, test 2: one byte. */
const RFC = {
  key: Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex'),
  message: Uint8Array.of(0x72),
  signature: Buffer.from(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    'hex',
  ),
};

test.each(VERIFIERS)('%s agrees with RFC 8032', async (_, verify) => {
  const key = RFC.key.toString('base64url') as PublicKey;
  const signed = { message: RFC.message, signature: Uint8Array.from(RFC.signature) };
  expect(await verify(key, signed)).toBe(true);
});

test.each(VERIFIERS)('%s accepts what Node signs', async (_, verify) => {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, 1),
  ]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const fromNode = Uint8Array.from(sign(null, message, key));
  expect(fromNode).toEqual(signature);
  expect(await verify(signer.key, { message, signature: fromNode })).toBe(true);
});

test.each(VERIFIERS)(
  '%s refuses a flipped bit in each byte of the signature',
  async (_, verify) => {
    for (let place = 0; place < signature.byteLength; place += 1) {
      const flipped = signature.slice();
      flipped[place]! ^= 1 << (place % 8);
      expect(await verify(signer.key, { message, signature: flipped })).toBe(false);
    }
  },
);

test.each(VERIFIERS)('%s refuses another message and another key', async (_, verify) => {
  const other = await createTestSigner(2);
  expect(await verify(signer.key, { message: Uint8Array.of(1), signature })).toBe(false);
  expect(await verify(other.key, { message, signature })).toBe(false);
});

test.each(VERIFIERS)('%s refuses a key that is no point of the curve', async (_, verify) => {
  const key = Buffer.alloc(32, 0xff).toString('base64url') as PublicKey;
  expect(decodeBase64Url(key)).not.toBeNull();
  expect(await verify(key, { message, signature })).toBe(false);
});

test('the library is not asked where the platform knows the algorithm', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey');
  const verifyOfPlatform = vi.spyOn(crypto.subtle, 'verify');
  expect(await createVerifier(crypto.subtle)(signer.key, { message, signature })).toBe(true);
  expect(importKey).toHaveBeenCalledOnce();
  expect(verifyOfPlatform).toHaveBeenCalledOnce();
});
