import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e-fixtures.ts';

async function findViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

test('models are found by keyboard and compared over every board they share', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(`${site.url}compare?models=EfficientNet-B7,--&arrange=up`);
  await expect(page.getByRole('main')).toContainText('“--” is no name of a model. Left out.');
  await expect(page.getByRole('main')).toContainText('“up” is none of results, gap, name');

  const field = page.getByRole('combobox', { name: 'Add a model' });
  await field.fill('vit h');
  await expect(page.getByRole('option').first()).toContainText('ViT-H/14');
  expect(await findViolations(page)).toEqual([]);
  await field.press('Enter');
  await expect(page).toHaveURL(/\?models=EfficientNet-B7%2CViT-H%2F14$/);
  await expect(page.getByRole('main')).toContainText('On 2 boards that hold both');
  const table = page.getByRole('region', { name: 'Shared boards' });
  await expect(table.getByRole('rowheader')).toHaveCount(2);
  await expect(table).toContainText(/#\d+ of \d+/);
  expect(await findViolations(page)).toEqual([]);

  await table.getByRole('link', { name: 'Image Classification on ImageNet' }).click();
  await expect(
    page.getByRole('region', { name: 'Comparison' }).getByRole('columnheader'),
  ).toHaveCount(2);
  await page.getByRole('link', { name: 'Compare these models' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare models');
});

test('two boards are compared over the models they share; the address shows the same elsewhere', async ({
  site,
  launch,
}) => {
  const page = await launch({ colorScheme: 'dark' });
  await page.goto(`${site.url}sota/speech-recognition-on-librispeech-test-clean?tab=compare`);
  await page.getByRole('link', { name: 'Compare this leaderboard with another' }).click();
  const field = page.getByRole('combobox', { name: 'Add another leaderboard' });
  await field.click();
  // The board that shares most models stands first.
  await expect(page.getByRole('option').first()).toContainText('LibriSpeech test-other');
  await field.press('Enter');

  await expect(page.getByRole('heading', { name: '7 shared models' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('7 models say little');
  const chart = page.getByRole('application');
  await chart.focus();
  await chart.press('End');
  await expect(page.locator('.board-chart').getByRole('status')).toContainText(/on LibriSpeech/i);
  await chart.press('Enter');
  await expect(page).toHaveURL(/rows=/);
  await page.getByRole('columnheader', { name: 'Model' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=model/);
  expect(await findViolations(page)).toEqual([]);

  const names = await page.getByRole('rowheader').allTextContents();
  const other = await launch({ profile: 'other' });
  await other.goto(page.url());
  await expect(other.getByRole('columnheader', { name: 'Model' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  expect(await other.getByRole('rowheader').allTextContents()).toEqual(names);
  await expect(other.getByRole('checkbox', { checked: true })).toHaveCount(1);
});
