import type { StorageHealth } from './installer-state.ts';

/** As much of `navigator.storage` as is asked. */
export type BrowserStorage = Pick<
  StorageManager,
  'estimate' | 'persisted' | 'persist' | 'getDirectory'
>;

/**
 * What the browser says of this site's storage. Its quota is not asked for: since 2025 browsers make
 * that figure up, so that it tells nothing. A write that fails tells.
 *
 * @param browser null where the browser does not have it.
 */
export async function readStorageHealth(
  browser: BrowserStorage | null,
): Promise<Omit<StorageHealth, 'damage' | 'isFreeing'>> {
  const [isPersisted, usage, isPrivate] = await Promise.all([
    browser?.persisted().catch(() => null) ?? null,
    browser?.estimate().catch(() => null) ?? null,
    browser === null ? false : isPrivateWindow(browser),
  ]);
  return {
    persistence: isPersisted === null ? 'unknown' : isPersisted ? 'promised' : 'not-promised',
    privateWindow: isPrivate ? 'yes' : 'unknown',
    usedBytes: usage?.usage ?? null,
  };
}

/** Firefox and Safari have a database in private windows, but refuse the site's own file system. */
async function isPrivateWindow(browser: BrowserStorage): Promise<boolean> {
  if (!('getDirectory' in browser)) return false;
  return browser.getDirectory().then(
    () => false,
    () => true,
  );
}

/** Asks the browser not to clear the data by itself. Has to be called in a click to be granted. */
export async function askToPersist(browser: BrowserStorage | null): Promise<void> {
  // Asked only where it is not promised already: Firefox shows a question each time.
  if ((await browser?.persisted().catch(() => true)) === false) {
    await browser?.persist().catch(() => false);
  }
}
