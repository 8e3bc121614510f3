import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  build,
  readRecords,
  readReport,
  withFolder,
  writeDumps,
} from '../../support/dump-builds.ts';

const SCRIPT = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const ADDRESSES = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org/x',
  'blob:https://example.org/1',
];
const WRONG = [
  null,
  7,
  true,
  {},
  [],
  [[]],
  [null],
  { a: { b: 1 } },
  '\ud800',
  '\u0000',
  '',
  'None',
];
const ATTACK_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then'];

const FIELDS = {
  'papers-with-abstracts':
    'paper_url arxiv_id nips_id openreview_id title abstract short_abstract url_abs url_pdf proceeding authors tasks date conference_url_abs conference_url_pdf conference reproduces_paper methods',
  'links-between-papers-and-code':
    'paper_url paper_title paper_arxiv_id paper_url_abs paper_url_pdf repo_url is_official mentioned_in_paper mentioned_in_github framework',
  'evaluation-tables': 'task description categories source_link synonyms subtasks datasets',
  methods:
    'url name full_name description paper introduced_year source_url source_title code_snippet_url num_papers collections',
  datasets:
    'url name full_name homepage description paper introduced_date warning modalities tasks languages variants num_papers data_loaders',
} as const;

const DUMPS = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** A record of a dump with the same value in every field. */
function recordOf(dump: keyof typeof FIELDS, value: unknown): Record<string, unknown> {
  return Object.fromEntries(FIELDS[dump].split(' ').map((field) => [field, value]));
}

function boardOf(task: string, name: unknown, rows: unknown, metrics: unknown = ['m']) {
  return {
    task,
    categories: [],
    subtasks: [],
    synonyms: [],
    datasets: [{ dataset: name, sota: { metrics, rows }, subdatasets: [] }],
  };
}

async function buildFrom(dumps: Record<string, unknown>, look: (to: string) => Promise<void>) {
  await withFolder(async (folder) => {
    const [from, to] = [join(folder, 'dumps'), join(folder, 'to')];
    await writeDumps(from, dumps);
    await build(from, to);
    await look(to);
  });
}

// Builds take their time where other tests run beside them.
vi.setConfig({ testTimeout: 60_000 });

test('any value in any field: nothing breaks, every record is kept or dropped with a reason', async () => {
  const dumps = Object.fromEntries(
    DUMPS.map((dump) => [
      dump,
      [...WRONG, SCRIPT, ...ADDRESSES].flatMap((value) => [
        recordOf(dump, value),
        recordOf(dump, [value]),
        recordOf(dump, [recordOf(dump, value)]),
      ]),
    ]),
  );
  await buildFrom(dumps, async (to) => {
    const report = await readReport(to);
    for (const dump of DUMPS) {
      const { read, kept, dropped, merged } = report.dumps[dump];
      expect(read).toBe(63);
      const explained = [...dropped, ...merged].reduce((sum, { count }) => sum + count, 0);
      expect(read - kept, dump).toBeLessThanOrEqual(explained);
    }
  });
});

test('scripts stay text, and addresses of other schemes are gone, wherever they stood', async () => {
  const rows = ADDRESSES.map((url) => ({
    model_name: SCRIPT,
    paper_title: SCRIPT,
    paper_url: url,
    metrics: { m: SCRIPT },
    code_links: [{ title: SCRIPT, url }],
    model_links: [{ title: SCRIPT, url }],
  }));
  const dumps = {
    'evaluation-tables': [{ ...boardOf(SCRIPT, SCRIPT, rows), source_link: ADDRESSES[0] }],
    'papers-with-abstracts': ADDRESSES.map((url) => ({
      ...recordOf('papers-with-abstracts', url),
      title: SCRIPT,
      abstract: SCRIPT,
    })),
    'links-between-papers-and-code': ADDRESSES.map((url) =>
      recordOf('links-between-papers-and-code', url),
    ),
    methods: ADDRESSES.map((url) => ({ ...recordOf('methods', url), name: SCRIPT })),
    datasets: ADDRESSES.map((url) =>
      Object.assign(recordOf('datasets', url), {
        name: SCRIPT,
        data_loaders: [{ url, repo: url, frameworks: [] }],
        paper: { title: SCRIPT, url },
      }),
    ),
  };
  await buildFrom(dumps, async (to) => {
    for (const section of [
      'papers',
      'boards',
      'tasks',
      'datasets',
      'methods',
      'overview',
    ] as const) {
      for (const address of addressesIn(await readRecords(to, section))) {
        expect(address).toMatch(/^https?:\/\//);
      }
    }
    const [board] = await readRecords(to, 'boards');
    expect(board!.rows[0]).toMatchObject({ model: SCRIPT, values: [SCRIPT] });
    expect(board!.rows[0]!.code).toBeUndefined();
  });
});

/** Values of all members whose name says that they are an address. */
function addressesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    typeof member === 'string' && /url$|^homepage$|^repo$|^code$|^reproduces$/i.test(key)
      ? [member]
      : addressesIn(member),
  );
}

test('names of properties of every object are only names', async () => {
  const json = (value: unknown): string => JSON.stringify(value);
  const metrics = `{${ATTACK_KEYS.map((key, place) => `${json(key)}:"${place}"`).join()}}`;
  const board = `{"task":"constructor","categories":["__proto__"],"subtasks":[],"datasets":[{"dataset":"__proto__","subdatasets":[],"sota":{"metrics":${json(ATTACK_KEYS)},"rows":[{"model_name":"__proto__","paper_title":"__proto__","metrics":${metrics}}]}}]}`;
  const paper = `{"__proto__":{"isAdmin":true},"paper_url":"https://paperswithcode.com/paper/__proto__","title":"constructor","tasks":["__proto__","constructor"],"authors":["__proto__"],"methods":[{"name":"__proto__"}],"abstract":"x"}`;
  await buildFrom(
    { 'evaluation-tables': `[${board}]`, 'papers-with-abstracts': `[${paper}]` },
    async (to) => {
      const [found] = await readRecords(to, 'boards');
      expect(found!.metrics.map(({ name }) => name)).toEqual(ATTACK_KEYS);
      expect(found!.rows[0]!.values).toEqual(['0', '1', '2', '3', '4']);
      const papers = await readRecords(to, 'papers');
      expect(papers.map(({ slug }) => slug)).toContain('__proto__');
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    },
  );
});

describe('sizes beyond all measure', () => {
  test('ten megabytes in every text', async () => {
    const huge = 'Ab\\"o '.repeat(1_700_000);
    const large = huge.slice(0, 300_000);
    const paper = {
      ...recordOf('papers-with-abstracts', large),
      title: huge,
      abstract: huge,
      authors: [large],
      tasks: [large],
      methods: [],
      date: '2020-01-01',
      paper_url: 'https://paperswithcode.com/paper/huge',
    };
    await buildFrom(
      {
        'papers-with-abstracts': [paper],
        'evaluation-tables': [
          boardOf(large, large, [{ model_name: large, metrics: { m: large } }], [large, 'm']),
        ],
      },
      async (to) => {
        const [found] = await readRecords(to, 'papers');
        expect(found!.title).toHaveLength(2000);
        expect((await readRecords(to, 'abstracts'))[0]).toHaveLength(60_000);
        const [board] = await readRecords(to, 'boards');
        expect(board!.slug.length).toBeLessThanOrEqual(200);
      },
    );
  });

  test('nesting a hundred thousand deep, as a record and inside one', async () => {
    await buildFrom(
      {
        'papers-with-abstracts': `[${DEEP},{"title":"deep","abstract":${DEEP}},{"title":"flat","abstract":"x","authors":[]}]`,
      },
      async (to) => {
        const papers = await readRecords(to, 'papers');
        expect(papers.map(({ title }) => title)).toEqual(['flat']);
        const { dropped } = (await readReport(to)).dumps['papers-with-abstracts'];
        expect(dropped).toMatchObject([
          { reason: 'record nested deeper than 200 levels', count: 2 },
        ]);
      },
    );
  });

  test('a task whose children are its parents', async () => {
    const circle = {
      task: 'A',
      subtasks: [{ task: 'B', subtasks: [{ task: 'A', subtasks: [{ task: 'A' }] }] }],
    };
    await buildFrom(
      { 'evaluation-tables': [{ ...circle, datasets: [], categories: [] }] },
      async (to) => {
        const tasks = await readRecords(to, 'tasks');
        expect(tasks.map(({ slug }) => slug)).toEqual(['a', 'b']);
      },
    );
  });

  test('a board and a paper too large for a block are made smaller, and the report says so', async () => {
    // Text that does not pack: 1,500 characters of base64.
    const noise = (seed: number): string =>
      Array.from({ length: 35 }, (_, place) =>
        createHash('sha256').update(`${seed} ${place}`).digest('base64'),
      ).join('');
    const rows = Array.from({ length: 700 }, (_, place) => ({
      model_name: noise(place),
      paper_title: '',
      metrics: { m: String(place) },
      code_links: [{ title: noise(place + 0.5), url: `https://example.org/${place}` }],
    }));
    await buildFrom({ 'evaluation-tables': [boardOf('Large', 'Board', rows)] }, async (to) => {
      const [board] = await readRecords(to, 'boards');
      expect(board!.rows).toHaveLength(700);
      expect(board!.rows[0]!.code).toBeUndefined();
      expect((await readReport(to)).shrunk).toEqual([{ section: 'boards', key: 'large-on-board' }]);
    });
  });
});
