import { expect, test } from '../support/e2e-fixtures.ts';

test('a visitor sees the start page', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
