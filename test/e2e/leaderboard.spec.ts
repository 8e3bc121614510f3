import { expect, test } from '../support/e2e-fixtures.ts';

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
  await expect(page.getByRole('main')).toContainText('“Nonsense”, which is not a column');
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
