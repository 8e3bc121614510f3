import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedError } from '../../../src/format/errors.ts';
import type { BlockHash } from '../../../src/format/hash.ts';
import { MAX_SECTION_BLOCKS } from '../../../src/format/limits.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  encodeIndexEntries,
  findBlockByKey,
  findBlockByNumber,
  verifyIndexTotals,
  type BlockEntry,
} from '../../../src/format/section-index.ts';
import { SnapshotRefusedError } from '../../../src/format/trust/refusal.ts';

const hashOf = (place: number): BlockHash => place.toString(16).padStart(32, '0') as BlockHash;

function entriesOf(firstKeys: readonly string[], records: readonly number[]): BlockEntry[] {
  let firstNumber = 0;
  return firstKeys.map((firstKey, place) => {
    const count = records[place] ?? 1;
    const entry = {
      hash: hashOf(place),
      bytes: 10,
      rawBytes: 20,
      records: count,
      firstNumber,
      firstKey,
    };
    firstNumber += count;
    return entry;
  });
}

const key = fc.stringMatching(/^[!-~]{1,3}$/);
const sections = fc
  .uniqueArray(key, { maxLength: 30 })
  .chain((keys) =>
    fc.tuple(
      fc.constant(keys.toSorted()),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 30 }),
    ),
  );

test.each(['key', 'number'] as const)('an index by %s comes back as it was', (order) => {
  fc.assert(
    fc.property(sections, ([keys, records]) => {
      const entries = entriesOf(
        keys.map((one) => (order === 'key' ? one : '')),
        records,
      );
      const items = encodeIndexEntries(order, entries);
      expect(decodeIndexEntries(order, items, 'index')).toEqual(entries);
      const lines = items.map((item) => JSON.stringify(item));
      expect(decodeIndexLines(order, lines, 'index')).toEqual(entries);
    }),
  );
});

/** The same entries, some of them in volumes of the sizes that follow each other in `volumes`. */
function inVolumes(entries: readonly BlockEntry[], volumes: readonly number[]): BlockEntry[] {
  const placed = [...entries];
  let start = 0;
  for (const [number, size] of volumes.entries()) {
    const group = entries.slice(start, start + size);
    if (size > 1 && group.length === size) {
      const volume = { hash: hashOf(1000 + number), bytes: size * 10, blocks: size };
      for (const [at, entry] of group.entries()) {
        placed[start + at] = { ...entry, place: { volume, offset: at * 10 } };
      }
    }
    start += size;
  }
  return placed;
}

test('an index with volumes comes back as it was', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(sections, sizes, ([keys, records], volumes) => {
      const entries = inVolumes(entriesOf(keys, records), volumes);
      const items = encodeIndexEntries('key', entries);
      expect(decodeIndexEntries('key', items, 'index')).toEqual(entries);
    }),
  );
});

test('findBlockByKey finds the last block that does not begin after the key', () => {
  fc.assert(
    fc.property(sections, key, ([keys, records], wanted) => {
      const entries = entriesOf(keys, records);
      const naive = entries.findLast((entry) => entry.firstKey <= wanted) ?? null;
      expect(findBlockByKey(entries, wanted)).toBe(naive);
    }),
  );
});

test('findBlockByNumber finds the block that holds the record, and none beyond the last', () => {
  fc.assert(
    fc.property(sections, fc.integer({ min: -3, max: 160 }), ([keys, records], number) => {
      const entries = entriesOf(keys, records);
      const naive = entries.find(
        ({ firstNumber, records: count }) => number >= firstNumber && number < firstNumber + count,
      );
      expect(findBlockByNumber(entries, number)).toBe(naive ?? null);
    }),
  );
});

describe('refuses', () => {
  const line = (...fields: unknown[]): string => JSON.stringify(fields);
  test.each([
    ['a hash that is none', [line('zz', 1, 1, 1)]],
    ['an empty block', [line(hashOf(1), 1, 1, 0)]],
    ['a block larger than the limit', [line(hashOf(1), 2 ** 21, 1, 1)]],
    ['a block that unpacks to more than the limit', [line(hashOf(1), 1, 2 ** 24, 1)]],
    ['a field too many', [line(hashOf(1), 1, 1, 1, 'a', 2)]],
    ['a volume without blocks', [line(hashOf(1), 0)]],
    ['a volume of more blocks than there are', [line(hashOf(1), 2), line(hashOf(2), 1, 1, 1)]],
    [
      'a volume that begins in another',
      [line(hashOf(1), 2), line(hashOf(2), 1, 1, 1), line(hashOf(3), 1), line(hashOf(4), 1, 1, 1)],
    ],
    [
      'a volume larger than the limit',
      [line(hashOf(1), 3), ...[2, 3, 4].map((n) => line(hashOf(n), 2 ** 20, 1, 1))],
    ],
    ['a volume whose name is no hash', [line('zz', 1), line(hashOf(2), 1, 1, 1)]],
    ['a line that is no list', ['{}']],
    ['a line that is not JSON', ['[']],
  ])('%s', (_, lines) => {
    expect(() => decodeIndexLines('number', lines, 'index')).toThrow(MalformedError);
  });

  test('more blocks than the limit', () => {
    const lines = Array.from({ length: MAX_SECTION_BLOCKS + 1 }, () => line(hashOf(1), 1, 1, 1));
    expect(() => decodeIndexLines('number', lines, 'index')).toThrow(/more than the 65536/);
  });

  test('an index that does not add up to its section', () => {
    const entries = entriesOf(['a', 'b', 'c'], [2, 3, 4]);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const section = { blocks: 3, records: 9, bytes };
    expect(() => verifyIndexTotals(section, entries, 'index')).not.toThrow();
    for (const change of [{ blocks: 2 }, { records: 10 }, { bytes: bytes + 1 }]) {
      const other = { ...section, ...change };
      expect(() => verifyIndexTotals(other, entries, 'index')).toThrow(SnapshotRefusedError);
    }
  });

  test('keys out of order, twice, or that are none', () => {
    const two = (a: string, b: string) => [
      line(hashOf(1), 1, 1, 1, a),
      line(hashOf(2), 1, 1, 1, b),
    ];
    for (const lines of [two('b', 'a'), two('a', 'a'), two('a', 'b c')]) {
      expect(() => decodeIndexLines('key', lines, 'index')).toThrow(MalformedError);
    }
  });
});
