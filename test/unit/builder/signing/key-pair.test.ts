import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { InputError } from '../../../../src/builder/input-error.ts';
import { makeKeyPair, parseSigningKey } from '../../../../src/builder/signing/key-pair.ts';
import { createVerifier } from '../../../../src/format/trust/verify-ed25519.ts';

test('what a new key signs is verified with its public half, and with no other', async () => {
  const { privatePem, publicKey } = makeKeyPair();
  const key = parseSigningKey(privatePem, 'k');
  expect(key.publicKey).toBe(publicKey);
  const message = new TextEncoder().encode('{"a":1}');
  const signed = { message, signature: key.sign(message) };
  const verify = createVerifier(crypto.subtle);
  expect(await verify(publicKey, signed)).toBe(true);
  expect(await verify(makeKeyPair().publicKey, signed)).toBe(false);
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const ed = generateKeyPairSync('ed25519').publicKey;

test.each([
  ['something else', 'hello', /--sign k is no key file/],
  ['nothing', '', /--sign k is no key file/],
  ['a public key', ed.export({ format: 'pem', type: 'spki' }).toString(), /holds a public key/],
  ['another kind', rsa.export({ format: 'pem', type: 'pkcs8' }).toString(), /of type rsa/],
])('%s is no key to sign with', (_, pem, message) => {
  expect(() => parseSigningKey(pem, 'k')).toThrow(InputError);
  expect(() => parseSigningKey(pem, 'k')).toThrow(message);
});
