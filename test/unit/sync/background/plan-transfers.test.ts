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

test('blocks of a volume are one file, which is fetched whole', () => {
  const volume = { hash: SNAPSHOT, bytes: 300, blocks: 3 };
  const blocks = ['1', '3'].map((digit, number) => ({
    hash: digit.repeat(32) as BlockHash,
    bytes: 100,
    place: { volume, offset: number * 200 },
  }));
  const own = { hash: '5'.repeat(32) as BlockHash, bytes: 7 };
  const [transfer] = planTransfers(SNAPSHOT, [...blocks, own], 0);
  expect(transfer?.files).toEqual([volume, own]);
  expect(transfer?.bytes).toBe(307);
});

test('ids name the snapshot, and those of a later hand-over of the rest are others', () => {
  const file = { hash: SNAPSHOT, bytes: 100 };
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
