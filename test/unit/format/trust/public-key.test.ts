import { expect, test } from 'vitest';
import { isPublicKey, parsePublicKeys } from '../../../../src/format/trust/public-key.ts';
import { createTestSigner } from '../../../support/signed-snapshot.ts';

const [first, second] = [(await createTestSigner(1)).key, (await createTestSigner(2)).key];

test('a list of keys, however it is separated', () => {
  expect(parsePublicKeys(`${first}, ${second}\n`)).toEqual([first, second]);
  expect(parsePublicKeys('  ')).toEqual([]);
});

test('an item that is no key is named', () => {
  expect(() => parsePublicKeys(`${first},nonsense`)).toThrow(/"nonsense" is no public key/);
});

test.each([
  ['too short', first.slice(1)],
  ['too long', `${first}A`],
  ['bits to spare', `${first.slice(0, -1)}_`],
])('%s is no key', (_, text) => {
  expect(isPublicKey(text)).toBe(false);
});
