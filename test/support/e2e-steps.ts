import { expect, type Page } from '@playwright/test';

/** Waits until the service worker serves this page, so that the host may go. */
export async function waitForServiceWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

/** On the page "Offline": installs all packs and waits until they are whole. */
export async function installEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Install everything/ }).click();
  await expect(page.getByRole('button', { name: 'Remove everything' })).toBeVisible({
    timeout: 30_000,
  });
}

/** Blocks in the app's database. */
export function countStoredBlocks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('papers-with-code-2');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('blocks').objectStore('blocks').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
