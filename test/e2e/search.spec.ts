import { expect, test } from '../support/e2e-fixtures.ts';
import { installEverything, waitForServiceWorker } from '../support/e2e-steps.ts';

test('a stranger searches titles and authors, filters, and comes back by the address', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('deep residual');
  await expect(
    page.getByRole('option', { name: /^Deep Residual Learning for Image Recognition/ }),
  ).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
  await expect(page).toHaveURL(`${site.url}search?q=deep+residual`);

  const box = page.getByRole('searchbox');
  await box.fill('deep residual lear');
  const first = page.getByRole('main').getByRole('article').first();
  await expect(first).toContainText('Deep Residual Learning for Image Recognition');
  await expect(first.locator('mark')).toHaveText(['Deep', 'Residual', 'Learning']);
  await expect(page.getByRole('main').getByRole('status')).toContainText('in titles and authors');
  await expect(page).toHaveURL(/\/search\?q=deep/);

  const code = page.getByRole('button', { name: /^With code/ });
  await code.click();
  await expect(box).toHaveValue('deep residual lear has:code');
  await expect(code).toHaveAttribute('aria-pressed', 'true');
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(code).toBeHidden();
  await page.getByRole('button', { name: 'Filters 1' }).click();
  await expect(code).toBeVisible();
  await page.setViewportSize(wide);
  await code.click();
  await expect(box).toHaveValue('deep residual lear');

  await page.getByLabel('Order').selectOption('most repositories');
  await expect(page).toHaveURL(/sort=repositories/);
  await expect(first).not.toContainText('Deep Residual Learning');
  await page.reload();
  await expect(first).not.toContainText('Deep Residual Learning');
  await page.getByLabel('Order').selectOption('best match');
  await expect(box).toHaveValue('deep residual lear');
  await expect(first).toContainText('Deep Residual Learning for Image Recognition');
  await box.press('ArrowDown');
  await expect(first.getByRole('link').first()).toBeFocused();

  await page.goto(`${site.url}search`);
  await expect(page.getByRole('main').getByRole('link', { name: 'deep residual' })).toBeVisible();
  await page.getByRole('button', { name: 'Forget “deep residual”' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: 'deep residual' })).toBeHidden();
});

test('says how a misspelt word was read, and takes it exactly when asked to', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(`${site.url}search?q=batch+normalizaton`);
  const main = page.getByRole('main');
  await expect(main.getByRole('article').first()).toContainText('Batch Normalization');
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'normalization instead of normalizaton',
  );
  await page.getByRole('button', { name: 'Search for exactly what I typed' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'Not found anywhere: normalizaton',
  );
});

test('an address of the old site, and an arXiv id, open their pages', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}search`);
  await page
    .getByRole('searchbox')
    .fill('https://paperswithcode.com/sota/image-classification-on-imagenet');
  await expect(page).toHaveURL(`${site.url}sota/image-classification-on-imagenet`);
  await page.goto(`${site.url}search?q=1512.03385`);
  await expect(page).toHaveURL(`${site.url}paper/deep-residual-learning-for-image-recognition`);
  await page.keyboard.press('Control+k');
  await page
    .getByRole('combobox', { name: 'Search or go to' })
    .fill('https://arxiv.org/pdf/9901.00001v2');
  await expect(page.getByRole('dialog')).toContainText('arXiv 9901.00001 is not in this archive');
});

test('installed, with the host stopped, it searches every word', async ({ site, launch }) => {
  let page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await installEverything(page);
  await site.stop();

  page = await launch();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${site.url}search?q=correction+added+to+their+input`);
  await expect(page.getByRole('main').getByRole('article').first()).toContainText(
    'Deep Residual Learning for Image Recognition',
  );
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'in titles, authors and abstracts',
  );
  await expect(
    page.getByRole('article').first().locator('.found-in-abstract mark'),
  ).not.toHaveCount(0);
  await page.getByRole('searchbox').fill('"rescali" title:batch');
  await expect(page.getByRole('main').getByRole('article').first()).toContainText('Batch');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('imagenet image cl');
  await expect(page.getByRole('option').first()).toContainText('Image Classification on ImageNet');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${site.url}sota/image-classification-on-imagenet`);
  expect(errors).toEqual([]);
});

test('not installed and the host gone: it says what to install', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}search`);
  await waitForServiceWorker(page);
  await site.stop();
  await page.getByRole('searchbox').fill('attention');
  await expect(page.getByRole('main')).toContainText('Search is not on your device');
  await expect(page.getByRole('link', { name: 'What is on this device' })).toBeVisible();
});
