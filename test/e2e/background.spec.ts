import type { Page } from '@playwright/test';
import { expect, test, type Site } from '../support/e2e-fixtures.ts';
import { waitForServiceWorker } from '../support/e2e-steps.ts';

const BLOCK = /\/blocks\/[0-9a-f]{32}\.bin$/;

/** Addresses of blocks that were sent whole, each as often as it was. */
function blocksSent(site: Site): string[] {
  return site.requests
    .filter(({ path, status }) => BLOCK.test(path) && status === 200)
    .map(({ path }) => path);
}

async function beginInstall(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await page.getByRole('button', { name: /^Install everything/ }).click();
  await expect(page.getByRole('region', { name: 'Install' })).toContainText(/ of \d+ kB/);
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

/** With the host gone and the browser started anew, all is there. */
async function expectInstalled(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}offline`);
  await expect(page.getByRole('main')).toContainText('The whole archive is on this device');
  await page.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
  await expect(page.getByRole('heading', { name: 'Abstract' })).toBeVisible();
  await expect(page.locator('.abstract')).not.toBeEmpty();
}

test('an install handed over to the browser ends well after the last page is closed', async ({
  site,
  launch,
}) => {
  const page = await launch();
  // Keeps the browser itself open.
  const blank = await page.context().newPage();
  let isSlow = true;
  site.intercept((path) => (BLOCK.test(path) ? { delayMs: isSlow ? 1500 : 0 } : null));
  await beginInstall(page, site);
  await hide(page);
  await expect(page.getByRole('region', { name: 'Install' })).toContainText(
    'It goes on when you close this page',
  );
  const before = new Set(blocksSent(site)).size;
  await page.close();
  isSlow = false;
  await untilQuiet(site);
  expect(new Set(blocksSent(site)).size).toBeGreaterThan(before);
  // The worker has the last of it still to store.
  await blank.waitForTimeout(3000);
  await site.stop();
  await expectInstalled(await launch(), site);
});

test('what the browser fetches can be stopped from a page, and gone on with', async ({
  site,
  launch,
}) => {
  const page = await launch();
  let isSlow = true;
  site.intercept((path) => (BLOCK.test(path) ? { delayMs: isSlow ? 2500 : 0 } : null));
  await beginInstall(page, site);
  await hide(page);
  const panel = page.getByRole('region', { name: 'Install' });
  await expect(panel).toContainText('It goes on when you close this page');
  await panel.getByRole('button', { name: 'Pause' }).click();
  await expect(panel).toContainText('Paused');
  isSlow = false;
  await panel.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('main')).toContainText('The whole archive is on this device', {
    timeout: 30_000,
  });
});

test('a page that is opened while the browser fetches shows it, and ends the install', async ({
  site,
  launch,
}) => {
  const page = await launch();
  let isSlow = true;
  site.intercept((path) => (BLOCK.test(path) ? { delayMs: isSlow ? 2500 : 0 } : null));
  await beginInstall(page, site);
  await hide(page);
  const panel = page.getByRole('region', { name: 'Install' });
  await expect(panel).toContainText('It goes on when you close this page');
  await page.reload();
  await expect(panel).toContainText('It goes on when you close this page');
  isSlow = false;
  await expect(page.getByRole('main')).toContainText('The whole archive is on this device', {
    timeout: 30_000,
  });
});

test('an install whose page is closed is gone on with by the service worker', async ({
  site,
  launch,
}) => {
  const page = await launch();
  const blank = await page.context().newPage();
  site.intercept((path) => (BLOCK.test(path) ? { delayMs: 400 } : null));
  await beginInstall(page, site);
  const before = new Set(blocksSent(site)).size;
  await page.close();
  await untilQuiet(site);
  expect(new Set(blocksSent(site)).size).toBeGreaterThan(before);
  await blank.waitForTimeout(3000);
  await site.stop();
  await expectInstalled(await launch(), site);
});
