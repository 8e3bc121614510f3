import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../../../src/format/manifest.ts';
import { attachSignature, readSignature } from '../../../../src/format/trust/signature.ts';
import { makeSnapshot } from '../../../support/make-snapshot.ts';
import { createTestSigner } from '../../../support/signed-snapshot.ts';

const signer = await createTestSigner();
const snapshot = await makeSnapshot({ records: { abstracts: ['a', null, 'b'] } });
const signedBytes = await signer.sign(snapshot);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

test('a signed manifest begins as the format says, and is JSON as a whole', () => {
  expect(decode(signedBytes)).toMatch(/^\{"signature":"[\w-]{86}","magic":"pwc2-snapshot"/);
  expect(JSON.parse(decode(signedBytes))).toMatchObject({ magic: 'pwc2-snapshot' });
  expect(parseManifest(signedBytes)).toEqual({
    ...snapshot.manifest,
    signed: { by: 'Test Archive', key: signer.key, issued: '2025-08-01T00:00:00Z' },
  });
});

test('what was attached is read back, whatever the message holds', () => {
  const signatures = fc.uint8Array({ minLength: 64, maxLength: 64 });
  fc.assert(
    fc.property(signatures, fc.uint8Array({ maxLength: 50 }), (signature, rest) => {
      const message = Uint8Array.from([...encode('{"'), ...rest]);
      const signed = { signature: Uint8Array.from(signature), message };
      expect(readSignature(attachSignature(signed))).toEqual(signed);
    }),
  );
});

describe('is not signed', () => {
  const text = decode(signedBytes);
  test.each([
    ['an unsigned manifest', decode(snapshot.manifestBytes)],
    ['a byte-order mark before it', `\uFEFF${text}`],
    ['a blank in the prefix', text.replace('{"', '{ "')],
    ['the member at another place', text.replace('{', '{"a":1,')],
    ['a digit too many', text.replace('"signature":"', '"signature":"A')],
    ['padding', text.replace('",', '=",')],
    ['bits to spare that are not 0', `${text.slice(0, 99)}_${text.slice(100)}`],
    ['nothing', ''],
    ['the prefix alone', text.slice(0, 102)],
  ])('%s', (_, changed) => {
    expect(readSignature(encode(changed))).toBeNull();
  });
});

test.each([
  ['a signature of another size', new Uint8Array(63), encode('{"a":1}')],
  ['a message that is no object', new Uint8Array(64), encode('[1]')],
  ['an object without members', new Uint8Array(64), encode('{}')],
])('attaching refuses %s', (_, signature, message) => {
  expect(() => attachSignature({ signature, message })).toThrow(RangeError);
});
