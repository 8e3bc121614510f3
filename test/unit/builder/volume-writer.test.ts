import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VolumeWriter } from '../../../src/builder/write/volume-writer.ts';
import { hashBytes } from '../../../src/format/hash.ts';
import { MAX_BLOCK_BYTES, MAX_VOLUME_BYTES } from '../../../src/format/limits.ts';
import { decodeIndexEntries, encodeIndexEntries } from '../../../src/format/section-index.ts';
import { blockPath } from '../../../src/format/version.ts';
import { bytesOf } from '../../support/make-snapshot.ts';

/** Blocks of these sizes, each of other bytes, as a writer of a section hands them over. */
async function write(blocks: readonly { size: number; seed: number }[]) {
  const files: Record<string, Uint8Array<ArrayBuffer>> = {};
  const packed = blocks.map(({ size, seed }) => {
    const bytes = new Uint8Array(size);
    new DataView(bytes.buffer).setUint32(0, seed);
    return bytes;
  });
  const writer = new VolumeWriter(async (path, bytes) => {
    files[path] = new Uint8Array(bytes);
  });
  for (const [number, bytes] of packed.entries()) {
    const entry = {
      hash: await hashBytes(bytes),
      bytes: bytes.byteLength,
      rawBytes: 1,
      records: 1,
      firstNumber: number,
      firstKey: '',
    };
    await writer.add(entry, bytes);
  }
  return { packed, files, entries: await writer.finish() };
}

const blocks = (size: fc.Arbitrary<number>, maxLength: number) =>
  fc.array(size, { maxLength }).map((sizes) => sizes.map((bytes, seed) => ({ size: bytes, seed })));

test('every block is where its entry says, in files that are named by their hash and small enough', async () => {
  const sizes = fc.oneof(fc.integer({ min: 4, max: 200_000 }), fc.constant(MAX_BLOCK_BYTES));
  await fc.assert(
    fc.asyncProperty(blocks(sizes, 40), async (all) => {
      const { packed, files, entries } = await write(all);
      const isThere = entries.map((entry, n) =>
        Buffer.from(packed[n]!).equals(bytesOf({ files }, entry)),
      );
      expect(isThere).toEqual(all.map(() => true));
      for (const [path, bytes] of Object.entries(files)) {
        expect(path).toBe(blockPath(await hashBytes(bytes)));
        expect(bytes.byteLength).toBeLessThanOrEqual(MAX_VOLUME_BYTES);
      }
      const total = Object.values(files).reduce((sum, { byteLength }) => sum + byteLength, 0);
      expect(total).toBe(packed.reduce((sum, { byteLength }) => sum + byteLength, 0));
      const items = encodeIndexEntries('number', entries);
      expect(decodeIndexEntries('number', items, 'index')).toEqual(entries);
    }),
    { numRuns: 15 },
  );
});

test('a block that comes in between changes few of the volumes', async () => {
  const sixty = Array.from({ length: 200 }, (_, seed) => ({ size: 60_000, seed }));
  const before = Object.keys((await write(sixty)).files);
  const more = sixty.toSpliced(50, 0, { size: 60_000, seed: 9999 });
  const after = new Set(Object.keys((await write(more)).files));
  expect(before.length).toBeGreaterThan(8);
  expect(before.length).toBeLessThan(25);
  expect(before.filter((path) => !after.has(path)).length).toBeLessThan(6);
});
