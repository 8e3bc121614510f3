import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, writeDumps } from '../support/dump-builds.ts';
import { expect, test } from '../support/e2e-fixtures.ts';

/** Runs in every way a browser knows, and leaves a mark if it does. */
const MARK = 'document.documentElement.dataset.owned=1';
const MARKUP = [
  `<script>${MARK}</script>`,
  `<img src=x onerror="${MARK}">`,
  `<svg onload="${MARK}"></svg>`,
  `<a href="javascript:${MARK}">link</a>`,
  `[md](javascript:${MARK})`,
  `<iframe srcdoc="<script>parent.${MARK}</script>"></iframe>`,
  `$\\href{javascript:${MARK}}{x}$ $\\htmlData{owned=1}{x}$`,
  `<math><mtext></mtext><mglyph><style><img title="</style><img src onerror=${MARK}>">`,
].join(' ');
const HUGE = 'x'.repeat(10_000_000);
const LONE = 'lone \ud800 surrogate';

const rows = Array.from({ length: 3 }, (_, n) => ({
  model_name: `${MARKUP} ${n}`,
  paper_title: `${MARKUP} ${n}`,
  paper_url: n === 0 ? `javascript:${MARK}` : `https://paperswithcode.com/paper/evil-${n}`,
  paper_date: '2020-01-01',
  code_links: [{ title: MARKUP, url: `javascript:${MARK}` }],
  model_links: [],
  metrics: JSON.parse(
    `{"__proto__": ${JSON.stringify(MARKUP)}, "Accuracy": "${90 - n}"}`,
  ) as object,
  uses_additional_data: MARKUP,
}));

const DUMPS = {
  'evaluation-tables': [
    {
      task: 'Evil Task',
      description: `${MARKUP}\n\n${HUGE}`,
      categories: [MARKUP, 'Computer Vision'],
      subtasks: [],
      synonyms: [MARKUP],
      source_link: `javascript:${MARK}`,
      datasets: [
        {
          dataset: 'Evil Data',
          description: MARKUP,
          dataset_citations: [{ title: MARKUP, url: `data:text/html,${MARK}` }],
          dataset_links: [{ title: MARKUP, url: `javascript:${MARK}` }],
          subdatasets: [],
          sota: { metrics: ['Accuracy', '__proto__'], rows },
        },
      ],
    },
    {
      task: 'Good Task',
      description: '',
      categories: ['Computer Vision'],
      subtasks: [],
      synonyms: [],
      source_link: null,
      datasets: [
        {
          dataset: 'Good Data',
          description: '',
          dataset_citations: [],
          dataset_links: [],
          subdatasets: [],
          sota: {
            metrics: ['Accuracy'],
            rows: [{ model_name: 'Fine', metrics: { Accuracy: '99' } }],
          },
        },
      ],
    },
  ],
  'papers-with-abstracts': [
    {
      paper_url: 'https://paperswithcode.com/paper/evil-1',
      title: `${MARKUP} ${LONE}`,
      abstract: `${MARKUP} ${HUGE}`,
      url_abs: `javascript:${MARK}`,
      url_pdf: `data:text/html,<script>${MARK}</script>`,
      authors: [MARKUP, LONE, 7, null],
      tasks: ['Evil Task', MARKUP],
      date: '2020-01-01',
      proceeding: MARKUP,
      methods: [{ name: 'Evil Method', full_name: MARKUP }],
    },
  ],
  'links-between-papers-and-code': [
    {
      paper_url: 'https://paperswithcode.com/paper/evil-1',
      repo_url: `javascript:${MARK}`,
      framework: MARKUP,
    },
  ],
  methods: [
    {
      url: 'https://paperswithcode.com/method/evil',
      name: 'Evil Method',
      full_name: MARKUP,
      description: `${MARKUP}\n\n${'> '.repeat(20_000)}deep`,
      source_url: `javascript:${MARK}`,
      collections: [{ collection: MARKUP, area: MARKUP, area_id: MARKUP }],
    },
  ],
  datasets: [
    {
      url: 'https://paperswithcode.com/dataset/evil',
      name: 'Evil Data',
      full_name: MARKUP,
      homepage: `javascript:${MARK}`,
      description: MARKUP,
      warning: MARKUP,
      modalities: [MARKUP],
      languages: [MARKUP],
      variants: ['Evil Data', MARKUP],
      tasks: [{ task: MARKUP, url: `javascript:${MARK}` }],
      data_loaders: [{ url: `javascript:${MARK}`, repo: MARKUP, frameworks: [MARKUP] }],
    },
  ],
};

let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pwc2-hostile-'));
  await writeDumps(join(folder, 'dumps'), DUMPS);
  await build(join(folder, 'dumps'), join(folder, 'snapshot'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('hostile dumps: nothing runs, nothing hangs, the rest is intact', async ({ site, launch }) => {
  await site.stop();
  await site.start({ archive: join(folder, 'snapshot') });
  const page = await launch();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('dialog', (dialog) => problems.push(dialog.message()));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) problems.push(request.url());
  });

  for (const path of [
    '',
    'tasks',
    'sota',
    'task/evil-task',
    'sota/evil-task-on-evil-data',
    'sota/evil-task-on-evil-data?sort=__proto__',
    'papers',
    'paper/evil-1',
    'paper/evil-2',
    'datasets',
    'dataset/evil',
    'methods',
    'method/evil',
    'area/computer-vision',
  ]) {
    await page.goto(site.url + path);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading, path).toBeVisible();
    await expect(heading, path).not.toHaveText(/went wrong|damaged|cannot be read|no such page/);
    for (const link of await page.getByRole('main').getByRole('link').all()) {
      expect(await link.getAttribute('href'), path).toMatch(/^(https?:\/\/|\/|#|mailto:)/);
    }
    expect(
      await page.evaluate(() => document.documentElement.dataset['owned']),
      path,
    ).toBeUndefined();
    expect(
      await page.getByRole('main').locator('script, iframe, object, embed, img').count(),
      path,
    ).toBe(0);
  }

  await page.goto(`${site.url}sota/good-task-on-good-data`);
  await expect(page.getByRole('rowheader', { name: 'Fine' })).toBeVisible();
  expect(problems).toEqual([]);
});
