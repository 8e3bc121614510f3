import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ensureApp } from '../../scripts/project.mjs';
import { expect, test } from '../support/e2e-fixtures.ts';
import { installEverything, waitForServiceWorker } from '../support/e2e-steps.ts';
import { ensureLaterBuild, LATER_VERSION } from '../support/later-build.ts';

const LATER = `App ${LATER_VERSION}`;

/** What a browser does by itself now and then. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}

async function openByLink(page: Page, name: string, heading: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
}

test('a deploy never breaks open tabs; the update is offered, and taking it reloads every tab', async ({
  site,
  launch,
}) => {
  const dist = await ensureApp('/');
  const later = await ensureLaterBuild(dist);
  const [before, after] = await Promise.all(
    [dist, later].map((folder) => readdir(join(folder, 'assets'))),
  );
  // The pages that are opened below have other names in the later build.
  const pages =
    before?.filter((name) => /^(datasets|methods\.index|tasks)-.*\.js$/.test(name)) ?? [];
  expect(pages.length).toBeGreaterThanOrEqual(3);
  expect(pages.filter((name) => after?.includes(name))).toEqual([]);

  const page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await installEverything(page);
  const other = await page.context().newPage();
  await other.goto(`${site.url}about`);
  const errors: string[] = [];
  for (const tab of [page, other]) tab.on('pageerror', ({ message }) => errors.push(message));

  // The host has nothing of the old app any more. Pages that were never opened come from the worker.
  await site.stop();
  await site.start({ dist: later });
  await openByLink(other, 'Datasets', 'Datasets');
  await lookForUpdate(page);
  const offer = page.getByRole('button', { name: 'Reload to use it' });
  await expect(offer).toBeVisible();
  // The new worker is installed and waits; what the old app may still load has to be there.
  await openByLink(other, 'Methods', 'Methods');
  await site.stop();
  await openByLink(other, 'Tasks', 'Tasks');
  await other.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
  await expect(other.getByRole('heading', { name: 'Abstract' })).toBeVisible();
  await expect(other.getByRole('contentinfo')).not.toContainText(LATER);
  expect(errors).toEqual([]);

  // Taken in one tab: both start the new app, without a connection, on what is installed.
  const reloaded = Promise.all([page.waitForEvent('load'), other.waitForEvent('load')]);
  await offer.click();
  await reloaded;
  for (const tab of [page, other]) {
    await expect(tab.getByRole('contentinfo')).toContainText(LATER);
    await expect(tab.getByRole('button', { name: 'Reload to use it' })).toHaveCount(0);
  }
  await expect(other.getByRole('heading', { name: 'Abstract' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('The whole archive is on this device');
  await expect(page.getByRole('main')).toContainText(
    `Version ${LATER_VERSION}, reads archives of format 1`,
  );
  expect(errors).toEqual([]);
});

test('an open page survives a deploy that takes its scripts off the host', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(`${site.url}about`);
  await waitForServiceWorker(page);
  site.intercept((path) => (path.includes('/assets/') ? { status: 404, body: 'gone' } : null));
  await openByLink(page, 'Papers', 'Latest papers');
});
