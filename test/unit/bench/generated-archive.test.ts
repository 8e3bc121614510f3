import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { planArchiveSize } from '../../bench/archive/archive-size.ts';
import type { Corpus } from '../../bench/archive/corpus.ts';
import { inventWord } from '../../bench/archive/invented-words.ts';
import { writeArchive } from '../../bench/archive/write-archive.ts';
import { build, readReport, readTree, withFolder } from '../../support/dump-builds.ts';

// Builds take their time where other tests run beside them.
vi.setConfig({ testTimeout: 60_000 });

/** Texts to mix, small and our own. */
const corpus: Corpus = {
  titles: ['Learning to Sort Stones', 'A Survey of Slow Clocks', 'Why Rivers Bend: $x^2$ of Them'],
  abstracts: [
    ['Stones differ. ', 'We sort them by weight. ', 'This takes $n \\log n$ steps.'],
    ['Clocks go slow in the cold. ', 'We list 40 of them.'],
  ],
  givenNames: ['Ada', 'Bo', 'Çelik', 'Dora'],
  familyNames: ['Ng', "O'Hara", 'Lindström', 'Roe'],
};
// Far from July 2025 in proportion: names would run out with so few to mix.
const size = { ...planArchiveSize(1_500), authors: 100, authorships: 9_000 };

test('the same seed gives the same dumps, another seed others', async () => {
  await withFolder(async (folder) => {
    for (const [name, seed] of [
      ['a', '1'],
      ['b', '1'],
      ['c', '2'],
    ] as const) {
      await writeArchive(join(folder, name), corpus, size, seed, () => {});
    }
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((name) => readTree(join(folder, name))),
    );
    expect(Object.keys(a!)).toHaveLength(5);
    expect(b).toEqual(a);
    for (const [name, bytes] of Object.entries(a!)) expect(c![name], name).not.toBe(bytes);
  });
});

test('it holds what its size says, and a snapshot can be built of it', async () => {
  await withFolder(async (folder) => {
    const [from, to] = [join(folder, 'dumps'), join(folder, 'snapshot')];
    await writeArchive(from, corpus, size, '1', () => {});
    await build(from, to);
    const { counts, dumps } = await readReport(to);
    expect(counts).toMatchObject({ boards: size.boards, rows: size.rows });
    expect(dumps['papers-with-abstracts']).toMatchObject({ read: size.papers, kept: size.papers });
    expect(dumps['links-between-papers-and-code'].read).toBe(size.links);
    expect(dumps.datasets).toMatchObject({ read: size.datasets, kept: size.datasets });
    expect(dumps.methods).toMatchObject({ read: size.methods, kept: size.methods });
    expect(dumps['evaluation-tables'].read).toBe(size.topTasks);

    const packed = await readFile(join(from, 'papers-with-abstracts.json.gz'));
    const papers = JSON.parse(gunzipSync(packed).toString()) as { title: string | null }[];
    const untitled = papers.filter(({ title }) => title === null || title === '');
    expect(untitled.length / papers.length).toBeGreaterThan(0.08);
    expect(untitled.length / papers.length).toBeLessThan(0.16);
  });
});

test('invented words are all different', () => {
  const words = new Set(Array.from({ length: 300_000 }, (_, number) => inventWord(number)));
  expect(words.size).toBe(300_000);
});
