import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArraySplitter, NotAnArrayError } from '../../../src/builder/split-array.ts';

const LIMITS = { maxElementBytes: 1000, maxDepth: 50 };

/** Splits a text given in pieces; elements that were refused show as their problem. */
function split(pieces: readonly Uint8Array[], limits = LIMITS): string[] {
  const found: string[] = [];
  const splitter = new ArraySplitter(limits, (bytes, problem) => {
    found.push(bytes === null ? `<${problem}>` : new TextDecoder().decode(bytes));
  });
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return found;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const splitText = (text: string, limits = LIMITS): string[] => split([encode(text)], limits);

/** Cuts bytes at some places. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted(
    (a, b) => a - b,
  );
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

test('elements come out as JSON.parse has them, wherever the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 4 })),
      fc.constantFrom(0, 1, 4),
      fc.array(fc.nat(5000), { maxLength: 12 }),
      (values, indent, places) => {
        const bytes = encode(JSON.stringify(values, null, indent));
        const found = split(cutAt(bytes, places), { maxElementBytes: 1e6, maxDepth: 50 });
        expect(found.map((text) => JSON.parse(text) as unknown)).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      },
    ),
  );
});

test('brackets, commas and quotes inside strings do not count', () => {
  const values = ['[,]', '{"a":"}"}', '\\', '\\"', '"', '\\\\"],['];
  const bytes = encode(JSON.stringify(values));
  const oneByOne = [...bytes].map((byte) => new Uint8Array([byte]));
  expect(split(oneByOne).map((text) => JSON.parse(text) as unknown)).toEqual(values);
});

test.each([
  ['', '[]'],
  ['white space', ' \n\t[ \r\n ] \n'],
  ['a byte-order mark', '\ufeff[]'],
])('%s around an empty array', (_, text) => {
  expect(splitText(text)).toEqual([]);
});

test('what is no JSON is handed over as it stands', () => {
  expect(splitText('[1,,{],nope, 2 ]')).toEqual(['1', '', '{]', 'nope', ' 2 ']);
});

test('a comma before the end adds nothing', () => {
  expect(splitText('[1,2, ]')).toEqual(['1', '2']);
});

describe('elements that are refused do not spoil those after them', () => {
  test('too large', () => {
    const large = JSON.stringify('x'.repeat(1001));
    expect(splitText(`[1,${large},2]`)).toEqual(['1', '<too large>', '2']);
  });

  test('too deep, even a hundred thousand levels', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const limits = { maxElementBytes: 1e6, maxDepth: 200 };
    expect(splitText(`[1,${deep},2]`, limits)).toEqual(['1', '<too deep>', '2']);
    expect(splitText(`[${'['.repeat(200)}${']'.repeat(200)}]`, limits)).toHaveLength(1);
  });
});

describe('says what is wrong with the whole', () => {
  test.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['{"a":1}', 'other'],
    ['version https://git-lfs.github.com/spec/v1', 'other'],
    ['[1,2', 'cut off'],
    ['[{"a":"b', 'cut off'],
    ['[', 'cut off'],
    ['[1]x', 'text after it'],
    ['[1][2]', 'text after it'],
    ['[1}', 'unbalanced'],
  ])('%j: %s', (text, problem) => {
    expect(() => splitText(text)).toThrow(NotAnArrayError);
    expect(() => splitText(text)).toThrow(problem);
  });
});
