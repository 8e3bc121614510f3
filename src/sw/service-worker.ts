import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { BackgroundTransferEvent } from '../sync/background/background-fetch.ts';
import { loadInstallPart } from './install-part-loader.ts';
import { parsePageMessage } from './page-messages.ts';

/**
 * Keeps the app's own files, so that any page of it starts without a connection. The archive's data
 * lies in IndexedDB, where pages read it themselves; the worker only goes on with an install when
 * the last page is closed, and the code for that is in a second script.
 */

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
};

/** Static routes of service workers (Chromium 123): newer than the types of TypeScript. */
interface RoutableInstallEvent extends ExtendableEvent {
  addRoutes?(rule: {
    readonly condition: { readonly urlPattern: URLPatternInit };
    readonly source: 'network';
  }): Promise<void>;
}

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

// Every address of the site is the same page; the router does the rest. Data files are no pages.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/\/archive\//] }),
);

self.addEventListener('install', (event) => {
  loadInstallPart();
  void sendDataToNetwork(event);
});

/**
 * Data files never pass through the worker. Where the browser can be told so, it need not ask for each
 * of the thousands that an install fetches.
 */
function sendDataToNetwork(event: ExtendableEvent): Promise<void> | undefined {
  const { pathname } = new URL('archive/', self.registration.scope);
  return (event as RoutableInstallEvent).addRoutes?.({
    condition: { urlPattern: { pathname: `${pathname}*` } },
    source: 'network',
  });
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  switch (parsePageMessage(event.data)?.type) {
    // A newer worker waits until a page asks for it: an open page keeps the files that it started with.
    case 'SKIP_WAITING':
      void self.skipWaiting();
      break;
    case 'GO_ON':
      event.waitUntil(loadInstallPart().goOn());
      break;
    case undefined:
      break;
  }
});

// The browser has done what a page asked it to (Background Fetch).
for (const type of ['success', 'fail', 'abort']) {
  self.addEventListener(`backgroundfetch${type}`, (event) => {
    const ended = event as BackgroundTransferEvent;
    ended.waitUntil(loadInstallPart().endTransfer(ended));
  });
}
self.addEventListener('backgroundfetchclick', (event) => {
  const { href } = new URL('offline', self.registration.scope);
  (event as ExtendableEvent).waitUntil(self.clients.openWindow(href));
});

// The first worker serves the page that brought it, so that going offline right after works.
clientsClaim();
