import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '../../../src/format/base64url.ts';

test('is what Node writes, and reads it back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = encodeBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64Url(text)).toEqual(bytes);
    }),
  );
});

test('one text for the same bytes: what does not come out the same way again is refused', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (text) => {
      const bytes = decodeBase64Url(text);
      if (bytes !== null) expect(encodeBase64Url(bytes)).toBe(text);
    }),
  );
});

test.each([
  ['one digit', 'A'],
  ['bits to spare that are not 0', 'AB'],
  ['padding', 'AA=='],
  ['the digits of plain base64', 'A+/A'],
  ['a line break', 'AAAA\n'],
])('refuses %s', (_, text) => {
  expect(decodeBase64Url(text)).toBeNull();
});
