import { readFile, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e-fixtures.ts';
import { installEverything, waitForServiceWorker } from '../support/e2e-steps.ts';
import { ensureLaterSnapshot, LATER_PAPER } from '../support/later-snapshot.ts';

const BLOCK = /\/blocks\//;

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

function installPanel(page: Page) {
  return page.getByRole('region', { name: 'Install' });
}

test('an install says its size first, shows itself on every page, and moves nothing', async ({
  site,
  launch,
}) => {
  const page = await launch();
  const other = await page.context().newPage();
  await other.goto(`${site.url}about`);
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await expect(page.getByRole('button', { name: /^Install Boards, \d+ kB$/ })).toBeEnabled();
  await expectAccessible(page);
  const foot = page.getByRole('heading', { name: 'Carry it to another device' });
  const table = page.getByRole('heading', { name: 'Packs' });
  const before = await table.boundingBox();

  // It stands still after a few, with nothing to tell a rate from.
  let asked = 0;
  site.intercept((path) => {
    if (!BLOCK.test(path)) return null;
    asked += 1;
    return asked > 4 ? { delayMs: 60_000 } : null;
  });
  await page.getByRole('button', { name: /^Install everything \(\d+ kB\)$/ }).click();
  await expect(installPanel(page)).toContainText('Installing the whole archive');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  // The other tab shows it in its head, on the page that it is on.
  await expect(other.getByRole('link', { name: /offline install at work/ })).toBeVisible();
  await other.getByRole('link', { name: /offline install at work/ }).click();
  await expect(installPanel(other)).toContainText('Another tab is at it');

  const panelTop = await foot.boundingBox();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(installPanel(page)).toContainText('Paused');
  await expect(installPanel(other)).toContainText('Paused');
  expect(await table.boundingBox()).toEqual(before);
  expect(await foot.boundingBox()).toEqual(panelTop);
  await expectAccessible(page);

  // A pause outlasts the tab that it was asked in.
  await page.close();
  await other.reload();
  await expect(installPanel(other)).toContainText('Paused');
  site.intercept(null);
  await other.getByRole('button', { name: 'Go on' }).click();
  await expect(other.getByRole('main')).toContainText('The whole archive is on this device');
  await expectAccessible(other);
});

test('an update says its size, the edition before can be gone back to and removed', async ({
  site,
  launch,
}) => {
  const page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await installEverything(page);
  await site.stop();
  await site.start({ archive: await ensureLaterSnapshot() });
  await page.reload();
  const update = page.getByRole('button', { name: /^Update to \d+ Jul 2025 \(\d+ kB\)$/ });
  await update.click();
  await expect(page.getByRole('main')).toContainText('Another edition is now installed');
  await page.getByRole('button', { name: 'Reload to use it' }).click();
  await site.stop();
  await page.goto(`${site.url}paper/${LATER_PAPER}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('later edition');

  await page.goto(`${site.url}offline`);
  await page.getByRole('button', { name: 'Go back to it' }).click();
  await page.getByRole('button', { name: 'Reload to use it' }).click();
  await page.goto(`${site.url}paper/${LATER_PAPER}`);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('later edition');

  await page.goto(`${site.url}offline`);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('button', { name: 'Go back to it' })).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('The whole archive is on this device');
});

test('what is installed goes to another device in one file, without a network', async ({
  site,
  launch,
}, testInfo) => {
  const page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await installEverything(page);
  // The dialogue that asks where to save cannot be answered here: the other way is taken.
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save archive to a file' }).click();
  const download = await downloading;
  const file = testInfo.outputPath(download.suggestedFilename());
  await download.saveAs(file);
  await expect(page.getByRole('main')).toContainText('Saved as papers-with-code-2025-07-25');

  const friend = await launch({ profile: 'friend' });
  await friend.goto(`${site.url}offline`);
  await waitForServiceWorker(friend);
  await site.stop();
  await friend.reload();
  await expect(friend.getByRole('main')).toContainText('does not answer');

  const broken = testInfo.outputPath('broken.tar');
  const bytes = await readFile(file);
  await writeFile(broken, bytes.subarray(0, bytes.length >> 1));
  const picker = friend.getByLabel('Archive file', { exact: true });
  await picker.setInputFiles(broken);
  await expect(friend.getByRole('main')).toContainText('Not installed: the file ends too early');
  await picker.setInputFiles({
    name: 'letter.tar',
    mimeType: 'application/x-tar',
    buffer: Buffer.from('Dear Sir or Madam'),
  });
  await expect(friend.getByRole('main')).toContainText('Not installed:');

  await picker.setInputFiles(file);
  await expect(friend.getByRole('main')).toContainText('The whole archive is on this device');
  await friend.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
  await expect(friend.getByRole('heading', { name: 'Abstract' })).toBeVisible();
});

test('a file can be dropped on the page', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}offline`);
  const zone = page.getByRole('heading', { name: 'Open a file' }).locator('..');
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['no archive'], 'notes.txt'));
    return transfer;
  });
  await zone.dispatchEvent('dragover', { dataTransfer: data });
  await zone.dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByRole('main')).toContainText('Not installed:');
  await expectAccessible(page);
});

test('the page is operated by keyboard alone', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  const install = page.getByRole('button', { name: /^Install Boards/ });
  await expect(install).toBeEnabled();
  for (let tabs = 0; tabs < 30; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await install.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(install).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Boards' })).toBeVisible();
});
