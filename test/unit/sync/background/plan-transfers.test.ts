import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockHash } from '../../../../src/format/hash.ts';
import {
  planTransfers,
  snapshotOfTransfer,
} from '../../../../src/sync/background/plan-transfers.ts';

const SNAPSHOT = 'ab'.repeat(16) as BlockHash;

const files = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 }).map((sizes) =>
  sizes.map((bytes, number) => ({
    hash: number.toString(16).padStart(32, '0') as BlockHash,
    bytes,
    pack: 'papers' as const,
  })),
);

test('every file is in one transfer, in order, and only a single large file goes beyond the limit', () => {
  fc.assert(
    fc.property(files, (all) => {
      const transfers = planTransfers(SNAPSHOT, all, 0, 300);
      expect(transfers.flatMap((transfer) => transfer.files)).toEqual(all);
      for (const { files: group, bytes } of transfers) {
        expect(bytes).toBe(group.reduce((sum, file) => sum + file.bytes, 0));
        expect(bytes <= 300 || group.length === 1).toBe(true);
      }
      expect(new Set(transfers.map(({ id }) => id)).size).toBe(transfers.length);
    }),
  );
});

test('ids name the snapshot, and those of a later hand-over of the rest are others', () => {
  const file = { hash: SNAPSHOT, bytes: 100, pack: 'papers' as const };
  const first = planTransfers(SNAPSHOT, [file], 0).map(({ id }) => id);
  const later = planTransfers(SNAPSHOT, [file], 100).map(({ id }) => id);
  expect(first.map(snapshotOfTransfer)).toEqual([SNAPSHOT]);
  expect(later).not.toEqual(first);
});

test('what others fetch in the background is none of ours', () => {
  for (const id of [
    '',
    'podcast',
    'pwc2-install:',
    `pwc2-install:${SNAPSHOT}`,
    'pwc2-install:x:0',
  ]) {
    expect(snapshotOfTransfer(id)).toBeNull();
  }
});
