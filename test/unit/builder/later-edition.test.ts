import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  build,
  readRecords,
  readSection,
  withFolder,
  writeDumps,
} from '../../support/dump-builds.ts';

// Builds take their time where other tests run beside them.
vi.setConfig({ testTimeout: 60_000 });

const addressOf = (slug: string): string => `https://paperswithcode.com/paper/${slug}`;
const paper = (slug: string, date: string) => ({
  paper_url: addressOf(slug),
  title: `About ${slug}`,
  abstract: `What ${slug} is about.`,
  authors: ['A. Author'],
  tasks: ['Sorting'],
  date,
});
const row = (slug: string, model: string, value: string) => ({
  model_name: model,
  paper_url: addressOf(slug),
  metrics: { Accuracy: value },
});
const board = (dataset: string, rows: readonly unknown[]) => ({
  dataset,
  sota: { metrics: ['Accuracy'], rows },
});
const papers = ['zebra', 'ant', 'bee', 'cat'].map((slug, place) =>
  paper(slug, `202${place}-01-01`),
);
const dumps = (list: readonly unknown[], firstRows: readonly unknown[]) => ({
  'papers-with-abstracts': list,
  'evaluation-tables': [
    {
      task: 'Sorting',
      datasets: [
        board('Numbers', [...firstRows, row('zebra', 'Z', '90'), row('ant', 'A', '80')]),
        board('Words', [row('bee', 'B', '70'), row('ant', 'A', '60')]),
      ],
    },
  ],
});

test('a later edition leaves the papers as they were, and the results but those on an edited board', async () => {
  await withFolder(async (folder) => {
    const editions = {
      first: dumps(papers, []),
      later: dumps([...papers, paper('dog', '2024-01-01')], [row('ant', 'A2', '95')]),
    };
    for (const [name, contents] of Object.entries(editions)) {
      await writeDumps(join(folder, `${name}-dumps`), contents);
      await build(join(folder, `${name}-dumps`), join(folder, name));
    }
    const first = join(folder, 'first');
    const later = join(folder, 'later');
    const before = await readRecords(first, 'papers');
    expect(before.map(({ slug }) => slug)).toEqual(['zebra', 'ant', 'bee', 'cat']);
    expect((await readRecords(later, 'papers')).slice(0, -1)).toEqual(before);
    expect((await readRecords(later, 'abstracts')).slice(0, -1)).toEqual(
      await readRecords(first, 'abstracts'),
    );

    const numbers = await readSection(first, 'paper-numbers');
    expect(numbers).toContainEqual({ key: 'ant', record: { number: 1, hasResults: true } });
    expect(numbers).toContainEqual({ key: 'cat', record: 3 });
    expect(await readSection(later, 'paper-numbers')).toEqual(expect.arrayContaining(numbers));

    const results = await readSection(first, 'paper-results');
    const laterResults = await readSection(later, 'paper-results');
    expect(results.map(({ key }) => key)).toEqual(['ant', 'bee', 'zebra']);
    const [edited, ...untouched] = results;
    expect(laterResults).toContainEqual(untouched[0]);
    expect(edited?.record.map(({ board: slug }) => slug)).toEqual([
      'sorting-on-numbers',
      'sorting-on-words',
    ]);
    const rankOf = (of: typeof results, key: string) =>
      of.find((one) => one.key === key)?.record.map(({ metrics }) => metrics[0]?.rank);
    expect([rankOf(results, 'zebra'), rankOf(laterResults, 'zebra')]).toEqual([[1], [2]]);
    expect(rankOf(laterResults, 'ant')).toEqual([1, 3, 2]);
  });
});
