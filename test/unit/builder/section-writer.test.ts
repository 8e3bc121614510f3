import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLines, parseJsonLine, splitKeyedLine } from '../../../src/format/lines.ts';
import { decodeIndexEntries, decodeIndexLines } from '../../../src/format/section-index.ts';
import type { HostedFile } from '../../../src/format/hosted-file.ts';
import { bytesOf } from '../../support/make-snapshot.ts';
import type { Packer } from '../../../src/builder/write/packer.ts';
import { SectionWriter } from '../../../src/builder/write/section-writer.ts';
import { shrinkRecord } from '../../../src/builder/write/shrink-record.ts';

/** Packs nothing, but late and out of order, as threads do. */
const lateRaw: Packer = {
  width: 4,
  async pack(_codec, raw) {
    for (let turn = raw.byteLength % 5; turn > 0; turn--) await Promise.resolve();
    return raw.slice();
  },
  close: () => Promise.resolve(),
};

async function writeAndRead(name: 'tasks' | 'papers', records: readonly [string, unknown][]) {
  const files: Record<string, Uint8Array<ArrayBuffer>> = {};
  const writer = new SectionWriter(name, {
    packer: lateRaw,
    write: async (path, bytes) => {
      files[path] = Uint8Array.from(bytes);
    },
    onShrunk() {},
  });
  for (const [key, record] of records) await writer.add(key, record);
  const { section, blockBytes } = await writer.finish();
  const linesOf = (file: HostedFile): string[] => decodeLines(bytesOf({ files }, file), file.hash);
  const entries =
    section.index === null
      ? decodeIndexEntries(section.order, section.entries ?? [], 'index')
      : decodeIndexLines(section.order, linesOf(section.index), 'index');
  return { section, blockBytes, entries, lines: entries.flatMap(linesOf) };
}

const text = fc.string({ maxLength: 20 });

test('records by key come back in order, in blocks that the index describes', async () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^[!-~]{1,6}$/), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(keys, text, fc.integer({ min: 1, max: 40_000 }), async (all, word, repeat) => {
      const records = all
        .toSorted()
        .map((key): [string, unknown] => [key, { key, filler: word.repeat(repeat % 2000) }]);
      const { section, entries, lines, blockBytes } = await writeAndRead('tasks', records);
      expect(section.records).toBe(records.length);
      expect(section.blocks).toBe(entries.length);
      expect(section.bytes).toBe(blockBytes.reduce((sum, bytes) => sum + bytes, 0));
      const found = lines.map((line) => splitKeyedLine(line, 'block'));
      expect(found.map(({ key, json }) => [key, parseJsonLine(json, 'block')])).toEqual(records);
    }),
    { numRuns: 40 },
  );
});

test('records by number come back in order', async () => {
  const records = Array.from({ length: 3000 }, (_, number): [string, unknown] => [
    `slug-${number}`,
    { number, filler: 'x'.repeat(number % 700) },
  ]);
  const { entries, lines } = await writeAndRead('papers', records);
  expect(entries.length).toBeGreaterThan(1);
  expect(lines.map((line) => parseJsonLine(line, 'block'))).toEqual(records.map(([, one]) => one));
});

test('a section without records has an empty index', async () => {
  const { section, entries } = await writeAndRead('tasks', []);
  expect(entries).toEqual([]);
  expect(section).toMatchObject({ records: 0, blocks: 0, bytes: 0 });
});

test('keys out of order are a bug', async () => {
  const records: [string, unknown][] = [
    ['b', 1],
    ['a', 2],
  ];
  await expect(writeAndRead('tasks', records)).rejects.toThrow('comes after');
});

test('a record is made smaller step by step, its lists alike', () => {
  const board = {
    description: 'd'.repeat(5000),
    metrics: Array.from({ length: 3000 }, () => 'm'),
    rows: [{ values: Array.from({ length: 3000 }, () => 'v'), code: [{ url: 'u' }], model: 'x' }],
  };
  const sizes: number[] = [];
  for (let step = 0; ; step++) {
    const smaller = shrinkRecord(board, step) as typeof board | null;
    if (smaller === null) break;
    expect(smaller.rows[0]?.values.length).toBe(smaller.metrics.length);
    sizes.push(JSON.stringify(smaller).length);
  }
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(sizes.length).toBeGreaterThan(3);
  expect(shrinkRecord(board, 1)).toMatchObject({ rows: [{ model: 'x' }] });
  expect(JSON.stringify(shrinkRecord(board, 1))).not.toContain('"url"');
});
