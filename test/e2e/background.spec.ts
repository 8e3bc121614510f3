import type { Page } from '@playwright/test';
import { expect, test, type Site } from '../support/e2e-fixtures.ts';
import { waitForServiceWorker } from '../support/e2e-steps.ts';

const BLOCK = /\/blocks\/[0-9a-f]{32}\.bin$/;

/** Addresses of blocks that were sent, each as often as it was. */
function blocksSent(site: Site): string[] {
  return site.requests
    .filter(({ path, status }) => BLOCK.test(path) && status === 200)
    .map(({ path }) => path);
}

async function beginInstall(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await page.getByRole('button', { name: /^Install everything/ }).click();
}

/** What a browser does to a page when the person looks at another. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** Until the host has had nothing to send for a while. */
async function untilQuiet(site: Site): Promise<void> {
  let before = -1;
  await expect
    .poll(
      () => {
        const now = blocksSent(site).length;
        const isQuiet = now === before;
        before = now;
        return isQuiet;
      },
      { intervals: [2500], timeout: 50_000 },
    )
    .toBe(true);
}

test('a long install goes on in the browser after the last page is closed', async ({
  site,
  launch,
}) => {
  let page = await launch();
  const blank = await page.context().newPage();
  let isSlow = true;
  site.intercept((path) => (BLOCK.test(path) ? { delayMs: isSlow ? 1500 : 0 } : null));
  await beginInstall(page, site);
  await expect(page.getByRole('main')).toContainText(/ of 140 kB/);
  await hide(page);
  await expect(page.getByRole('main')).toContainText('Your browser');
  const before = blocksSent(site).length;
  await page.close();
  isSlow = false;
  await untilQuiet(site);
  expect(blocksSent(site).length).toBeGreaterThan(before);
  await blank.waitForTimeout(3000);
  await site.stop();

  page = await launch();
  await page.goto(`${site.url}offline`);
  await expect(page.getByRole('button', { name: 'Remove everything' })).toBeVisible();
  const sent = blocksSent(site);
  console.log(before, sent.length, new Set(sent).size);
});

test('a short one is finished by the service worker', async ({ site, launch }) => {
  let page = await launch();
  const blank = await page.context().newPage();
  site.intercept((path) => (BLOCK.test(path) ? { delayMs: 150 } : null));
  await beginInstall(page, site);
  await expect(page.getByRole('progressbar')).toBeVisible();
  const before = blocksSent(site).length;
  await page.close();
  await untilQuiet(site);
  expect(blocksSent(site).length).toBeGreaterThan(before);
  await blank.waitForTimeout(3000);
  await site.stop();

  page = await launch();
  await page.goto(`${site.url}offline`);
  await expect(page.getByRole('button', { name: 'Remove everything' })).toBeVisible();
  const sent = blocksSent(site);
  console.log(before, sent.length, new Set(sent).size);
});
