import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedError } from '../../../src/format/errors.ts';
import { isKey } from '../../../src/format/key.ts';
import {
  decodeLines,
  encodeKeyedLine,
  encodeNumberedLine,
  findKeyedLine,
  parseJsonLine,
  splitKeyedLine,
} from '../../../src/format/lines.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test('lines come back as they were, whatever the records hold', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (records) => {
      const lines = decodeLines(encode(records.map(encodeNumberedLine).join('')), 'block');
      expect(lines.map((line) => parseJsonLine(line, 'block'))).toEqual(
        records.map((record) => JSON.parse(JSON.stringify(record)) as unknown),
      );
    }),
  );
});

test('line breaks and tabs inside a record do not separate', () => {
  const line = encodeKeyedLine('k', { text: 'a\n\tb\u2028c' });
  const [only] = decodeLines(encode(line), 'block');
  const { key, json } = splitKeyedLine(only ?? '', 'block');
  expect(key).toBe('k');
  expect(parseJsonLine(json, 'block')).toEqual({ text: 'a\n\tb\u2028c' });
});

describe('refuses', () => {
  test.each([
    ['a last line without an end', encode('1\n2')],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22, 0x0a])],
  ])('%s', (_, bytes) => {
    expect(() => decodeLines(bytes, 'block')).toThrow(MalformedError);
  });

  test('a line without a key, and one that is not JSON', () => {
    expect(() => splitKeyedLine('no tab', 'block')).toThrow(MalformedError);
    expect(() => splitKeyedLine('\t1', 'block')).toThrow(MalformedError);
    expect(() => parseJsonLine('{', 'block')).toThrow(MalformedError);
  });
});

test('an empty block has no lines', () => {
  expect(decodeLines(new Uint8Array(), 'block')).toEqual([]);
});

test('findKeyedLine finds what a walk through all lines finds', () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^[!-~]{1,4}$/), { maxLength: 40 });
  fc.assert(
    fc.property(keys, fc.stringMatching(/^[!-~]{1,4}$/), (all, other) => {
      const sorted = all.toSorted();
      const lines = sorted.map((key, place) => encodeKeyedLine(key, place).trimEnd());
      for (const wanted of [...sorted, other]) {
        const place = sorted.indexOf(wanted);
        expect(findKeyedLine(lines, wanted, 'block')).toBe(place < 0 ? null : String(place));
      }
    }),
  );
});

test.each([
  ['attention-is-all-you-need', true],
  ['a%20b~!', true],
  ['a'.repeat(200), true],
  ['a'.repeat(201), false],
  ['', false],
  ['a b', false],
  ['a\tb', false],
  ['é', false],
])('isKey(%j) is %s', (key, expected) => {
  expect(isKey(key)).toBe(expected);
});
