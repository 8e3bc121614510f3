import { whenIdle } from './when-idle.ts';

/** Whether a newer app waits to be used. */
export interface AppUpdate {
  /** Starts the newer app: the worker takes over and every open page of the site reloads. */
  apply(): void;
}

let waiting: AppUpdate | null = null;
const listeners = new Set<() => void>();

/** The update that waits, for `useSyncExternalStore`. */
export const appUpdates = {
  get: (): AppUpdate | null => waiting,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/**
 * Registers the service worker once the page is idle, so that filling its cache does not compete with
 * the page itself. An update is offered, never forced; a page that is open when another one applies
 * it reloads, since its scripts would soon be gone.
 */
export function registerServiceWorker(basePath: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // At once: a page that is just being opened loses its scripts like any other.
  reloadOnNewWorker();
  void whenIdle()
    .then(() => registerWorker(basePath))
    // Without a worker everything works but starting without a connection.
    .catch(() => undefined);
}

async function registerWorker(basePath: string): Promise<void> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(`${basePath}sw.js`, { scope: basePath });

  workbox.addEventListener('waiting', () => {
    waiting = { apply: () => workbox.messageSkipWaiting() };
    for (const listener of listeners) listener();
  });
  await workbox.register();
}

/**
 * Reloads when a worker takes over from another. The first one of a first visit takes over from none, and
 * the page goes on; but it has to reload for the next.
 */
function reloadOnNewWorker(): void {
  let hasWorker = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hasWorker) location.reload();
    hasWorker = true;
  });
}

const RELOADED_KEY = 'pwc2:reloaded-for-chunk';

/**
 * A part of the app that the host no longer has: a new version was published while this page was
 * open and no worker kept the old one. Loads the new one, once.
 */
export function reloadOnLostChunk(): void {
  addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || sessionStorage.getItem(RELOADED_KEY) !== null) return;
    sessionStorage.setItem(RELOADED_KEY, '1');
    event.preventDefault();
    location.reload();
  });
  addEventListener('load', () => setTimeout(() => sessionStorage.removeItem(RELOADED_KEY), 10_000));
}
