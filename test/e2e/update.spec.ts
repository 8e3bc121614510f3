import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureApp } from '../../scripts/project.mjs';
import { expect, test } from '../support/e2e-fixtures.ts';
import { waitForServiceWorker } from '../support/e2e-steps.ts';

test('a newer app is offered, not forced; taking it reloads every open page', async ({
  site,
  launch,
}) => {
  const newer = await mkdtemp(join(tmpdir(), 'pwc2-newer-'));
  await cp(await ensureApp('/'), newer, { recursive: true });
  await appendFile(join(newer, 'sw.js'), '\n// a later build\n');

  const page = await launch();
  await page.goto(`${site.url}about`);
  await waitForServiceWorker(page);
  const other = await page.context().newPage();
  await other.goto(`${site.url}tasks`);

  await site.stop();
  await site.start({ dist: newer });
  await page.reload();
  const offer = page.getByRole('button', { name: 'Reload to use it' });
  await expect(offer).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');

  const reloaded = Promise.all([page.waitForEvent('load'), other.waitForEvent('load')]);
  await offer.click();
  await reloaded;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
  await expect(offer).toHaveCount(0);
  await rm(newer, { recursive: true, force: true });
});

test('an open page survives a deploy that takes its scripts off the host', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(`${site.url}about`);
  await waitForServiceWorker(page);
  site.intercept((path) => (path.includes('/assets/') ? { status: 404, body: 'gone' } : null));
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Papers' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Latest papers');
});
