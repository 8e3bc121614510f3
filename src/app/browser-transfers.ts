import {
  backgroundTransfersOf,
  type BackgroundTransfers,
} from '../sync/background/background-fetch.ts';

/**
 * The browser's Background Fetch, or null where there is none. It belongs to the service worker, which may be
 * registered only later: each call looks for it.
 */
export function browserTransfers(): BackgroundTransfers | null {
  if (!('serviceWorker' in navigator) || !('BackgroundFetchManager' in window)) return null;

  async function find(): Promise<BackgroundTransfers | null> {
    const registration = await navigator.serviceWorker.getRegistration(import.meta.env.BASE_URL);
    return registration === undefined || registration.active === null
      ? null
      : backgroundTransfersOf(registration);
  }

  return {
    async fetch(id, urls, options) {
      const transfers = await find();
      if (transfers === null) throw new Error('No service worker is there to take a transfer.');
      return transfers.fetch(id, urls, options);
    },
    get: async (id) => (await find())?.get(id),
    getIds: async () => (await find())?.getIds() ?? [],
  };
}

/** Asks the service worker to go on with an install when this page is closed, for as long as it may. */
export function goOnWhenClosed(isAtWork: () => boolean): void {
  addEventListener('pagehide', () => {
    if (isAtWork()) navigator.serviceWorker?.controller?.postMessage({ type: 'GO_ON' });
  });
}
