import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createThreadWorkshop } from '../../../src/builder/threads/thread-workshop.ts';
import { trainDictionary } from '../../../src/builder/write/train-dictionary.ts';
import { planSample } from '../../../src/builder/write/write-dictionary.ts';
import { build, readRecords, readTree, withFolder, writeDumps } from '../../support/dump-builds.ts';

// Builds take their time where other tests run beside them.
vi.setConfig({ testTimeout: 60_000 });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Sentences of words that nobody else says, each beginning with what all say. */
function makeAbstract(number: number, words: number): string {
  const own = Array.from({ length: words }, (_, place) => (number * 31 + place * 7).toString(36));
  return `In this paper, we propose a novel approach to ${own.join(' ')}.`;
}

test('a dictionary holds what is often in the sample, its best at the end, and nothing else', () => {
  const often = 'which is what every one of these abstracts says in the very same words, ';
  const lines = Array.from({ length: 300 }, (_, n) => `${makeAbstract(n, 40)} ${often}${n}\n`);
  const sample = lines.join('');
  const dictionary = decode(trainDictionary(encode(sample), 2000));
  expect(dictionary).toHaveLength(2000);
  expect(dictionary).toContain(often);
  expect(dictionary).toContain('In this paper, we propose a novel approach to ');
  expect(sample).toContain(dictionary.slice(-200));
  expect(sample).toContain(dictionary.slice(-400, -200));
});

test('a dictionary of any sample is made of its passages, the same each time', () => {
  const bytes = fc.array(fc.constantFrom(97, 98, 99, 32), { maxLength: 3000, size: 'max' });
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 1000 }), (all, size) => {
      const sample = Uint8Array.from(all);
      const dictionary = trainDictionary(sample, size);
      expect(dictionary.byteLength).toBeLessThanOrEqual(size);
      expect(trainDictionary(sample, size)).toEqual(dictionary);
      const text = decode(sample);
      const passage = decode(dictionary.subarray(-Math.min(200, dictionary.byteLength)));
      // The first that was taken is the last that stands there.
      if (dictionary.byteLength >= 200) expect(text).toContain(passage);
    }),
    { numRuns: 60 },
  );
});

test('records that come behind change the sample only when there are twice as many', () => {
  const key = (number: number): string => `paper-${number}`;
  expect(planSample(4095, key)).toEqual([]);
  expect(planSample(4096, key)).toHaveLength(4096);
  const sample = planSample(70_000, key);
  expect(sample.length).toBeGreaterThan(3500);
  expect(sample.length).toBeLessThan(4700);
  expect(sample.at(-1)).toBeLessThan(65_536);
  expect(planSample(131_071, key)).toEqual(sample);
  expect(planSample(131_072, key)).not.toEqual(sample);
});

function makePapers(count: number) {
  return Array.from({ length: count }, (_, number) => ({
    paper_url: `https://paperswithcode.com/paper/paper-${number}`,
    title: `Paper ${number}`,
    abstract: makeAbstract(number, 20),
    date: `20${String(10 + Math.floor(number / 1000)).padStart(2, '0')}-01-01`,
    authors: [],
  }));
}

test('a large archive has a dictionary, and a later one of the same papers the same', async () => {
  await withFolder(async (folder) => {
    const papers = makePapers(4100);
    const later = {
      ...papers[0],
      paper_url: 'https://paperswithcode.com/paper/z',
      date: '2014-06-01',
    };
    await writeDumps(join(folder, 'dumps'), { 'papers-with-abstracts': papers });
    await writeDumps(join(folder, 'later'), { 'papers-with-abstracts': [...papers, later] });
    const [first, second, threaded] = ['a', 'b', 'c'].map((name) => join(folder, name));
    const { manifest } = await build(join(folder, 'dumps'), first!);
    const abstracts = await readRecords(first!, 'abstracts');
    expect(new Set(abstracts)).toEqual(new Set(papers.map(({ abstract }) => abstract)));
    const { dictionary } = manifest.sections.abstracts;
    expect(dictionary?.rawBytes).toBeGreaterThan(8);
    expect((await build(join(folder, 'later'), second!)).manifest.sections.abstracts).toMatchObject(
      {
        records: 4101,
        dictionary,
      },
    );
    const workshop = createThreadWorkshop(1, 2);
    await build(join(folder, 'dumps'), threaded!, { workshop }).finally(() => workshop.close());
    expect(await readTree(threaded!)).toEqual(await readTree(first!));
  });
});
