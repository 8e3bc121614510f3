import { expect, test } from 'vitest';
import { parseIndexLine } from '../../../src/format/index-line.ts';

const HASH = '0123456789abcdef0123456789abcdef';

test('a line is of a block or of a volume', () => {
  expect(parseIndexLine('terms', [HASH, 1, 2, 3, 'a'], 'index')).toEqual({
    kind: 'block',
    hash: HASH,
    bytes: 1,
    rawBytes: 2,
    records: 3,
    firstKey: 'a',
  });
  expect(parseIndexLine('bytes', [HASH, 1, 2], 'index')).toMatchObject({ records: 2 });
  expect(parseIndexLine('key', [HASH, 2], 'index')).toEqual({
    kind: 'volume',
    hash: HASH,
    blocks: 2,
  });
});

let deep: unknown = [];
for (let depth = 0; depth < 100_000; depth++) deep = [deep];

test.each([
  [{ a: 1 }, 'a list was expected, and an object found'],
  [null, 'a list was expected, and null found'],
  [[], '32 hex digits were expected, and nothing found'],
  [[deep, 1, 1, 1, 'a'], '32 hex digits were expected, and a list found'],
  [['x'.repeat(1000), 1], `and "${'x'.repeat(60)} …" found`],
  [
    [HASH, 1, 2, 3],
    'hash, bytes, rawBytes, records, firstKey were expected of a block, and 4 fields',
  ],
  [[HASH, 1.5, 2, 3, 'a'], 'a whole number from 1 to 1048576 was expected, and 1.5 found'],
  [[HASH, 1, '2', 3, 'a'], 'a whole number from 1 to 8388608 was expected, and "2" found'],
  [[HASH, 1, 2, 3, 'a b'], 'a key was expected, and "a b" found'],
])('refuses line %#, says why', (item, problem) => {
  expect(() => parseIndexLine('key', item, 'index of papers')).toThrow(problem);
});
