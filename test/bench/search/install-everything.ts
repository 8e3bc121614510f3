import type { Page } from '@playwright/test';
import type { RunningServer } from '../../../scripts/static-server.mjs';

const INSTALL_TIMEOUT_MS = 15 * 60_000;

/** Installs all packs by the page that does. */
export async function installEverything(page: Page, server: RunningServer): Promise<void> {
  await page.goto(`${server.url}offline`);
  await page.getByRole('button', { name: /^Install everything/ }).click();
  await page
    .getByRole('button', { name: 'Remove everything' })
    .waitFor({ timeout: INSTALL_TIMEOUT_MS });
}
