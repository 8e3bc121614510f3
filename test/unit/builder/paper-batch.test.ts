import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordBatcher } from '../../../src/builder/papers/batch-papers.ts';
import { parsePaperBatch, type RecordBatch } from '../../../src/builder/papers/paper-batch.ts';
import { DumpReport } from '../../../src/builder/report.ts';

const encoder = new TextEncoder();

function batchesOf(records: readonly { bytes: Uint8Array; number: number }[]): RecordBatch[] {
  const batches: RecordBatch[] = [];
  const batcher = new RecordBatcher((batch) => batches.push(batch));
  for (const { bytes, number } of records) batcher.add(bytes, number);
  batcher.finish();
  return batches;
}

function unbatch({ firstRecord, bytes, ends }: RecordBatch) {
  return [...ends].map((end, place) => ({
    number: firstRecord + place,
    bytes: [...bytes.subarray(place === 0 ? 0 : ends[place - 1], end)],
  }));
}

test('batches hold every record once, in order, with its number', () => {
  const record = fc.record({
    bytes: fc.uint8Array({ maxLength: 20 }),
    gap: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(record), (given) => {
      let number = 0;
      const records = given.map(({ bytes, gap }) => ({ bytes, number: (number += gap) }));
      const found = batchesOf(records).flatMap(unbatch);
      expect(found).toEqual(records.map((one) => ({ number: one.number, bytes: [...one.bytes] })));
    }),
  );
});

test('a batch is handed over once it is large', () => {
  const bytes = new Uint8Array(100_000);
  const batches = batchesOf(
    Array.from({ length: 13 }, (_, place) => ({ bytes, number: place + 1 })),
  );
  expect(batches.map(({ firstRecord, ends }) => [firstRecord, ends.length])).toEqual([
    [1, 6],
    [7, 6],
    [13, 1],
  ]);
});

test('papers, their texts and findings come out of a batch', () => {
  const texts = [
    '{"paper_url":"https://paperswithcode.com/paper/a","title":"na\\\\\\"ive nets","abstract":"One.","authors":["A"]}',
    '[]',
    '{"title":',
    '{"paper_url":"https://paperswithcode.com/paper/b","title":"","abstract":null}',
  ];
  const [batch] = batchesOf(
    texts.map((text, place) => ({ bytes: encoder.encode(text), number: place + 5 })),
  );
  const { papers, spilled, findings } = parsePaperBatch(batch!);
  expect(papers.map(({ slug, title }) => ({ slug, title }))).toEqual([
    { slug: 'a', title: 'naïve nets' },
    { slug: 'b', title: '' },
  ]);
  const [first, second] = papers;
  const core = new TextDecoder().decode(spilled.subarray(0, first!.coreBytes));
  expect(JSON.parse(core)).toMatchObject({ title: 'naïve nets' });
  expect(first!.abstractBytes).toBe(4);
  expect(second!.abstractBytes).toBe(0);
  expect(findings.dropped).toEqual([
    { reason: 'record that is not JSON', count: 1, examples: ['record 7'] },
    { reason: 'record that is not an object', count: 1, examples: ['record 6'] },
  ]);
  expect(findings.repaired.map(({ reason }) => reason)).toEqual(['paper without a title']);
});

test('a report in parts is the report of the whole', () => {
  const finding = fc.record({
    kind: fc.constantFrom('merge', 'repair', 'drop'),
    reason: fc.constantFrom('one', 'two', 'three'),
    example: fc.constantFrom('', 'a', 'b', 'c'),
  });
  fc.assert(
    fc.property(fc.array(fc.array(finding, { maxLength: 12 })), (parts) => {
      const [whole, joined] = [new DumpReport(), new DumpReport()];
      for (const part of parts) {
        const report = new DumpReport();
        for (const { kind, reason, example } of part) {
          whole[kind](reason, example);
          report[kind](reason, example);
        }
        joined.absorb(report.reported());
      }
      expect(joined.findings()).toEqual(whole.findings());
    }),
  );
});
