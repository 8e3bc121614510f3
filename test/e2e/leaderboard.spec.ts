import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/e2e-fixtures.ts';
import { violationsIn } from '../support/axe.ts';

const OOD = /Out-of-Distribution Detection on ImageNet-1k vs iNaturalist/;

test('a board is sorted by any column, and the address says so', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}sota/image-classification-on-imagenet`);
  const rows = page.getByRole('rowheader');
  const first = await rows.first().textContent();

  const model = page.getByRole('columnheader', { name: 'Model' });
  await expect(model).toHaveAttribute('aria-sort', 'none');
  await model.getByRole('button').click();
  await expect(model).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/sort=model&order=asc/);
  const names = await rows.allTextContents();
  expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));

  await model.getByRole('button').click();
  await expect(page).toHaveURL(/sort=model&order=desc/);
  await model.getByRole('button').click();
  await expect(page).not.toHaveURL(/sort/);
  await expect(rows.first()).toHaveText(first ?? '');
});

test('an address shows the same table in a fresh profile', async ({ site, launch }) => {
  const address = `${site.url}sota/image-classification-on-imagenet?sort=date&order=asc`;
  const read = async (profile: string) => {
    const page = await launch({ profile });
    await page.goto(address);
    await expect(page.getByRole('columnheader', { name: 'Date' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    return page.getByRole('rowheader').allTextContents();
  };
  const mine = await read('mine');
  expect(mine.length).toBeGreaterThan(20);
  expect(await read('yours')).toEqual(mine);
});

test('a wrong sort falls back and says so', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}sota/image-classification-on-imagenet?sort=Nonsense`);
  await expect(page.getByRole('main')).toContainText('“Nonsense” is not a column of this board');
  await expect(page.getByRole('columnheader', { name: 'Rank' })).toBeVisible();
});

test('results of a paper lead to its boards, with the rank', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Enhanced OoD Detection through Cross-Modal Alignment of Multi-Modal Representations',
  );
  await expect(main).toContainText('CVPR 2025');
  await expect(main).not.toContainText('CVPR 2025 1');
  await expect(main.locator('.abstract')).toContainText('naïve');
  await expect(main.getByRole('table').getByRole('row')).toHaveCount(9);
  await main.getByRole('link', { name: 'ImageNet-1k vs iNaturalist' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(OOD);
  await expect(page.getByRole('columnheader', { name: /AUROC/ })).toContainText('higher is better');
});

test('a large board scrolls by keyboard, its head stays, its rows are few in the document', async ({
  site,
  launch,
}) => {
  const page = await launch({ viewport: { width: 360, height: 640 } });
  await page.goto(`${site.url}sota/image-classification-on-imagenet`);
  const region = page.getByRole('region', { name: 'Results' });
  await region.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('columnheader', { name: 'Model' })).toBeInViewport();
  // The page itself never scrolls sideways.
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

const IMAGENET = 'sota/image-classification-on-imagenet';

test('another metric ranks; its direction is told, flipped, in the address and remembered', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(`${site.url}sota/link-prediction-on-fb15k-237`);
  await page.getByLabel('Metric:').selectOption('MR');
  await expect(page).toHaveURL(/metric=MR/);
  const main = page.getByRole('main');
  await expect(main).toContainText(/lower is better, /);
  const rows = page.getByRole('rowheader');
  const best = await rows.first().textContent();
  await page.getByRole('button', { name: 'Flip' }).click();
  await expect(page).toHaveURL(/better=higher/);
  await expect(main).toContainText('higher is better, as you have set it');
  await expect(rows.first()).not.toHaveText(best ?? '');
  const flipped = await rows.first().textContent();

  await page.goto(`${site.url}sota/link-prediction-on-fb15k-237?metric=MR`);
  await expect(page).toHaveURL(/better=higher/);
  await expect(rows.first()).toHaveText(flipped ?? '');
  await page.getByRole('button', { name: 'As the archive has it' }).click();
  await expect(page).not.toHaveURL(/better/);
  await page.reload();
  await expect(rows.first()).toHaveText(best ?? '');
});

test('several columns sort together, search and filters narrow, ranks within them are told', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(site.url + IMAGENET);
  const head = (name: string | RegExp) =>
    page.getByRole('columnheader', { name }).getByRole('button');
  await head('Date').click();
  await head('Model').click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/sort=date%2Cmodel&order=desc%2Casc/);
  await expect(page.getByRole('main')).toContainText('Sorted by Date ↓, then Model ↑');
  await page.getByRole('button', { name: 'Back to ranks' }).click();

  await page.getByRole('searchbox', { name: 'Search in results' }).fill('resnet');
  await expect(page).toHaveURL(/q=resnet/);
  await expect(page.getByRole('columnheader', { name: 'Rank here' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/\d+ of 37 results/);

  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByLabel('Group by').selectOption('Year');
  await expect(page.getByRole('rowgroup').last()).toContainText(/20\d\d \d+ results?/);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page).not.toHaveURL(/[?&](q|group)=/);
});

test('columns are hidden, moved and pinned, and the address has it all', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(site.url + IMAGENET);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Paper' }).uncheck();
  await page.getByRole('button', { name: 'Move Date to the left' }).click();
  await page.getByRole('button', { name: 'Pin Top 1 Accuracy' }).click();
  await expect(page.getByRole('columnheader', { name: 'Paper' })).toBeHidden();
  await expect(page).toHaveURL(/pin=/);
  const address = page.url();
  const read = async (profile: string) => {
    const other = await launch({ profile });
    await other.goto(address);
    await expect(other.getByRole('columnheader', { name: 'Model' })).toBeVisible();
    return other.getByRole('columnheader').allTextContents();
  };
  const mine = await page.getByRole('columnheader').allTextContents();
  expect(await read('other')).toEqual(mine);
});

test('the chart is read and selected by keyboard, with the table; the selection is compared', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(site.url + IMAGENET);
  const chart = page.getByRole('application');
  await chart.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/rows=/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/rows=\d+%2C\d+/);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await page.getByRole('link', { name: 'Compare (2)' }).click();
  const sides = page.getByRole('navigation', { name: 'Sides of this board' });
  await expect(sides.locator('[aria-current="page"]')).toHaveText(['Compare (2)']);
  await expect(
    page.getByRole('region', { name: 'Comparison' }).getByRole('columnheader'),
  ).toHaveCount(2);
  await page
    .getByRole('button', { name: /^Take .* out$/ })
    .first()
    .click();
  await expect(
    page.getByRole('region', { name: 'Comparison' }).getByRole('columnheader'),
  ).toHaveCount(1);
  await page.getByRole('link', { name: 'Records over time' }).click();
  await expect(page.getByRole('main')).toContainText(/records? of Top 1 Accuracy since 20\d\d/);
});

test('a view is saved as CSV and BibTeX, the chart as SVG and PNG', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}${IMAGENET}?q=resnet`);
  const save = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  await page.getByRole('button', { name: 'Export' }).click();
  const csv = await save('Save CSV');
  expect(csv.name).toBe('image-classification-on-imagenet.csv');
  expect(csv.bytes.toString()).toContain('Rank,Rank here,Model,Top 1 Accuracy');
  expect((await save('Save BibTeX of all papers')).bytes.toString()).toContain('author');
  expect((await save('SVG')).bytes.toString()).toMatch(/^<svg [\s\S]*<\/svg>$/);
  expect([...(await save('PNG')).bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
});

for (const side of [
  '',
  '?tab=records',
  '?tab=compare&rows=1,2',
  '?tab=dataset',
  '?group=scale&rows=1',
]) {
  test(`no accessibility problems in ${side === '' ? 'the usual view' : side}, light and dark`, async ({
    site,
    launch,
  }) => {
    const page = await launch({ colorScheme: 'light' });
    await page.goto(site.url + IMAGENET + side);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (!side.includes('tab=')) {
      await expect(page.getByRole('application')).toBeVisible();
      await page.getByRole('button', { name: /^Filters/ }).click();
      await expect(page.getByLabel('Group by')).toBeVisible();
    }
    expect(await violationsIn(page, 'light')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsIn(page, 'dark')).toEqual([]);
  });
}
