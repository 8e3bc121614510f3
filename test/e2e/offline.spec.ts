import { expect, test } from '../support/e2e-fixtures.ts';
import {
  countStoredBlocks,
  installEverything,
  waitForServiceWorker,
} from '../support/e2e-steps.ts';

test('installed, host stopped, browser restarted: every page opens', async ({ site, launch }) => {
  let page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await installEverything(page);
  await site.stop();

  page = await launch();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));

  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('state of the art');
  await expect(page.getByRole('heading', { name: 'Notable benchmarks' })).toBeVisible();

  await page.goto(`${site.url}sota/image-classification-on-imagenet?sort=model&order=asc`);
  await expect(page.getByRole('columnheader', { name: 'Model' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(page.getByRole('row')).not.toHaveCount(0);

  await page.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Enhanced OoD Detection');
  await expect(page.getByRole('heading', { name: 'Abstract' })).toBeVisible();
  await expect(page.locator('.abstract')).not.toBeEmpty();
  const similar = page.locator('section', {
    has: page.getByRole('heading', { name: 'Similar papers' }),
  });
  await similar.scrollIntoViewIfNeeded();
  await expect(similar.getByRole('listitem').first()).toContainText(/same|words/);

  for (const [path, heading] of [
    ['papers', 'Latest papers'],
    ['about', 'About'],
    ['tasks', 'Tasks'],
    ['datasets', 'Datasets'],
    ['methods', 'Methods'],
    ['task/image-classification', 'Image Classification'],
    ['area/computer-vision', 'Computer Vision'],
    ['sota', 'State of the art'],
    ['author/kaiming-he', 'Kaiming He'],
    ['conference/iclr-2019', 'ICLR 2019'],
    ['trends', 'Trends'],
    ['compare?models=EfficientNet-B7', 'Compare'],
    ['offline', 'Offline'],
  ] as const) {
    await page.goto(site.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
  }
  expect(errors).toEqual([]);
});

test('not installed and the host gone: pages say what they need', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}sota/image-classification-on-imagenet`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ImageNet');
  await waitForServiceWorker(page);
  await site.stop();

  // What was seen before is still there.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ImageNet');

  await page.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page is not on your device',
  );
  await expect(page.getByRole('main')).toContainText('Papers pack');
  await page.getByRole('link', { name: 'What is on this device' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
  await expect(page.getByRole('main')).toContainText('does not answer');

  await site.start();
  await page.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Enhanced OoD Detection');
});

test('a paper without the abstracts pack shows all else and names the pack', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await page.getByRole('button', { name: /^Install Papers/ }).click();
  await expect(page.getByRole('button', { name: 'Remove Papers' })).toBeVisible();
  await site.stop();
  await page.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Enhanced OoD Detection');
  await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('The abstract is part of the Abstracts pack');
});

test('an install that a reload broke off goes on by itself', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  let served = 0;
  site.intercept((path) => {
    if (!path.includes('/blocks/')) return null;
    served += 1;
    return served > 4 ? { delayMs: 60_000 } : null;
  });
  await page.getByRole('button', { name: /^Install everything/ }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => served).toBeGreaterThan(4);
  site.intercept(null);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Remove everything' })).toBeVisible();
});

test('installing can be cancelled, and everything removed', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}offline`);
  site.intercept((path) => (path.includes('/blocks/') ? { delayMs: 60_000 } : null));
  await page.getByRole('button', { name: /^Install everything/ }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  site.intercept(null);

  await installEverything(page);
  await page.getByRole('button', { name: 'Remove everything' }).click();
  await expect(page.getByRole('button', { name: /^Install everything/ })).toBeEnabled();
  expect(await countStoredBlocks(page)).toBe(0);
});

test('a block with flipped bytes is refused and named, and a good copy is taken', async ({
  site,
  launch,
}) => {
  const page = await launch();
  let flipped = 0;
  site.intercept((path) => {
    if (!path.includes('/blocks/')) return null;
    flipped += 1;
    return {
      mangle: (body) => {
        const damaged = Uint8Array.from(body);
        // The page asks for a piece of it, wherever that is.
        for (let at = 0; at < damaged.length; at += 500) damaged[at] = (damaged[at] ?? 0) ^ 1;
        return damaged;
      },
    };
  });
  await page.goto(`${site.url}sota/image-classification-on-imagenet`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A part of the archive arrived damaged',
  );
  await expect(page.getByRole('main').locator('code')).toHaveText(/^[0-9a-f]{32}$/);
  expect(flipped).toBe(2);
  site.intercept(null);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ImageNet');
});

test('a snapshot of a newer format says so kindly', async ({ site, launch }) => {
  const page = await launch();
  site.intercept((path) =>
    path.endsWith('/snapshot.json')
      ? {
          body: JSON.stringify({ magic: 'pwc2-snapshot', version: 9 }),
          headers: { 'content-type': 'application/json' },
        }
      : null,
  );
  await page.goto(`${site.url}sota`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This archive is newer than your app',
  );
  await expect(page.getByRole('main')).toContainText('format 9');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'About' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
});
