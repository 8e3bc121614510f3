import { expect, test } from '../support/e2e-fixtures.ts';
import { violationsIn } from '../support/axe.ts';

const PAGES = [
  '',
  'tasks',
  'sota',
  'area/computer-vision',
  'task/image-classification',
  'sota/image-classification-on-imagenet',
  'papers',
  'paper/enhanced-ood-detection-through-cross-modal',
  'datasets',
  'dataset/imagenet',
  'methods',
  'method/resnet',
  'methods/area/computer-vision',
  'author/kaiming-he',
  'conference/iclr-2019',
  'trends',
  'about',
  'offline',
  'search',
  'no/such/page',
];

test('every page is free of axe violations and errors, light and dark', async ({
  site,
  launch,
}) => {
  // All pages, each analysed twice: longer than one test usually takes.
  test.slow();
  const page = await launch({ colorScheme: 'light' });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  for (const path of PAGES) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(site.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violationsIn(page, 'light'), path).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsIn(page, 'dark'), path).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${site.url}search?q=image+title:recognition`);
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('image');
  await expect(page.getByRole('option', { name: /^Image Classification/ }).first()).toBeVisible();
  expect(await violationsIn(page, 'light'), 'palette').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsIn(page, 'dark'), 'palette').toEqual([]);
  await page.keyboard.press('Escape');
  expect(await violationsIn(page, 'dark'), 'results').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violationsIn(page, 'light'), 'results').toEqual([]);
  expect(problems).toEqual([]);
});

test('no page scrolls sideways at 360, 768 or 1440 px', async ({ site, launch }) => {
  const page = await launch();
  for (const path of PAGES) {
    await page.goto(site.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

test('every page has a title, a description and a canonical address of its own', async ({
  site,
  launch,
}) => {
  const page = await launch();
  const titles = new Set<string>();
  const descriptions = new Set<string>();
  for (const path of PAGES) {
    await page.goto(`${site.url}${path}?utm=x`);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', site.url + path);
    titles.add(await page.title());
    descriptions.add(
      (await page.locator('meta[name="description"]').getAttribute('content')) ?? '',
    );
  }
  expect(titles.size).toBe(PAGES.length);
  expect(descriptions.size).toBe(PAGES.length);
  expect(descriptions.has('')).toBe(false);
});

test('the keyboard reaches content, navigation and the colour switch; the choice is kept', async ({
  site,
  launch,
}) => {
  const page = await launch({ colorScheme: 'light' });
  await page.goto(`${site.url}about`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  const toggle = page.getByRole('button', { name: /^Colours/ });
  await toggle.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('after a change of page the focus is on its content', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}about`);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tasks' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tasks');
  await expect(page.getByRole('main')).toBeFocused();
});

test('nothing moves while a page loads', async ({ site, launch }) => {
  const page = await launch({ viewport: { width: 412, height: 823 } });
  site.intercept((path) => (path.includes('/archive/') ? { delayMs: 150 } : null));
  for (const path of PAGES) {
    await page.goto(site.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 400);
        }),
    );
    expect(shift, path).toBeLessThan(0.02);
  }
});

test('the latest papers are paged, newest first', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}papers`);
  const entries = page.getByRole('article');
  await expect(entries).toHaveCount(50);
  const first = await entries.first().getByRole('heading').textContent();
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(entries.first().getByRole('heading')).not.toHaveText(first ?? '');
  await page.goto(`${site.url}papers?page=x`);
  await expect(page.getByRole('main')).toContainText('not a number from 1');
});
