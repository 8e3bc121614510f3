import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockCutter, hash32 } from '../../../src/builder/write/block-cutter.ts';

interface Sized {
  readonly key: string;
  readonly bytes: number;
}

/** Sizes and keys of the blocks that a cutter makes of some records. */
function cut(records: readonly Sized[], target: number): { keys: string[]; bytes: number }[] {
  const cutter = new BlockCutter({ target });
  const blocks: { keys: string[]; bytes: number }[] = [{ keys: [], bytes: 0 }];
  for (const { key, bytes } of records) {
    const { endsBefore, endsAfter } = cutter.add(key, bytes);
    if (endsBefore) blocks.push({ keys: [], bytes: 0 });
    const block = blocks.at(-1);
    block?.keys.push(key);
    if (block !== undefined) block.bytes += bytes;
    if (endsAfter) blocks.push({ keys: [], bytes: 0 });
  }
  return blocks.filter(({ keys }) => keys.length > 0);
}

const records = fc.array(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 8 }),
    bytes: fc.integer({ min: 1, max: 900 }),
  }),
  { maxLength: 200 },
);

/** Records as they come in an archive: many, of a few hundred bytes. */
const manyRecords = Array.from({ length: 20_000 }, (_, number): Sized => {
  const key = `paper-${number}`;
  return { key, bytes: 400 + (hash32(key) % 1200) };
});

test('every record is in one block, in order; no block but one of a single record is too large', () => {
  fc.assert(
    fc.property(records, (all) => {
      const blocks = cut(all, 1000);
      expect(blocks.flatMap(({ keys }) => keys)).toEqual(all.map(({ key }) => key));
      for (const { keys, bytes } of blocks) expect(keys.length === 1 || bytes <= 2000).toBe(true);
      for (const { bytes } of blocks.slice(0, -1)) expect(bytes).toBeGreaterThanOrEqual(500);
    }),
  );
});

test('a record larger than a block stands alone', () => {
  const huge = { key: 'huge', bytes: 1e6 };
  const blocks = cut([{ key: 'a', bytes: 10 }, huge, { key: 'b', bytes: 10 }], 1000);
  expect(blocks.map(({ keys }) => keys)).toContainEqual(['huge']);
});

test('most blocks come near the target', () => {
  const sizes = cut(manyRecords, 100_000).map(({ bytes }) => bytes);
  const near = sizes.filter((bytes) => bytes >= 60_000 && bytes <= 170_000);
  expect(near.length / sizes.length).toBeGreaterThan(0.8);
});

test('blocks away from a change stay the same', () => {
  const before = cut(manyRecords, 20_000);
  const changed = manyRecords.toSpliced(10_000, 1, { key: 'new', bytes: 5000 });
  const known = new Set(before.map(({ keys }) => keys.join()));
  const shared = cut(changed, 20_000).filter(({ keys }) => known.has(keys.join()));
  expect(shared.length / before.length).toBeGreaterThan(0.97);
});

test('hash32 spreads similar keys over its whole range', () => {
  const shares = Array.from({ length: 10_000 }, (_, number) => hash32(`key-${number}`) / 2 ** 32);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  expect(mean).toBeGreaterThan(0.48);
  expect(mean).toBeLessThan(0.52);
  expect(shares.filter((share) => share < 0.1).length).toBeGreaterThan(900);
});
