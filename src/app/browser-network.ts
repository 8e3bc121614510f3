import type { Network } from '../sync/retry-gate.ts';

/** The connection of this browser, in a page or in a worker. */
export const browserNetwork: Network = {
  isOnline: () => navigator.onLine,
  onOnline(listener) {
    addEventListener('online', listener);
    return () => removeEventListener('online', listener);
  },
};
