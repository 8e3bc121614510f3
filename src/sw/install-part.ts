import { testSnapshot } from '../archive/test-snapshot.ts';
import { openStorage } from '../db/open-storage.ts';
import { createSnapshotHolds } from '../db/snapshot-holds.ts';
import { openHost } from '../host/open-host.ts';
import { archiveAddresses, trust } from '../settings/build-settings.ts';
import type { BackgroundTransferEvent } from '../sync/background/background-fetch.ts';
import {
  BACKGROUND_CHANNEL,
  type BackgroundMessage,
} from '../sync/background/background-messages.ts';
import { readFilesOfSnapshot } from '../sync/background/install-to-finish.ts';
import { snapshotOfTransfer } from '../sync/background/plan-transfers.ts';
import { storeTransfer } from '../sync/background/store-transfer.ts';
import { createInstaller } from '../sync/installer.ts';
import { createBlockFetcher } from '../sync/fetch-blocks.ts';
import { INSTALL_CHANNEL, INSTALL_LOCK } from '../sync/install-lock.ts';
import type { Network } from '../sync/retry-gate.ts';
import type { Installer } from '../sync/installer-state.ts';
import { backgroundTransfersOf } from '../sync/background/background-fetch.ts';
import { waitFor } from '../sync/wait-for.ts';
import type { InstallPart } from './install-part-loader.ts';

/**
 * What the service worker does for an install, by the same code as pages: stores what the browser has
 * fetched, and goes on where the last page stopped. A script of its own, which the worker evaluates
 * when it needs it: it would hold up every first page of a visit otherwise.
 */

declare const self: ServiceWorkerGlobalScope & { pwc2InstallPart?: InstallPart };

async function endTransfer(event: BackgroundTransferEvent): Promise<void> {
  const { registration: transfer } = event;
  const snapshot = snapshotOfTransfer(transfer.id);
  if (snapshot === null) return;
  const storage = await openStorage();
  try {
    const needed = await readFilesOfSnapshot(snapshot, storage);
    await storeTransfer(transfer, storage.blocks, needed);
  } finally {
    storage.close();
    tellPages({ kind: 'stored', id: transfer.id });
  }
  const hasPages = (await self.clients.matchAll({ type: 'window' })).length > 0;
  if (event.type === 'backgroundfetchabort') {
    // With a page open, it may have been the page that stopped it; it knows, and acts.
    if (!hasPages) await withInstaller((installer) => installer.pause());
    return;
  }
  const others = await backgroundTransfersOf(self.registration)?.getIds();
  if (hasPages || others?.some((id) => id !== transfer.id)) return;
  const isWhole = await goOn();
  await event.updateUI?.({
    title: isWhole
      ? 'Papers With Code: ready to use offline'
      : 'Papers With Code: not complete yet',
  });
}

/** Goes on with an install for as long as the browser lets the worker live. @returns whether it is whole. */
function goOn(): Promise<boolean> {
  return withInstaller(async (installer) => {
    // Behind whoever is at it: a page that is still open, or is just being closed.
    await self.navigator.locks.request(INSTALL_LOCK, () => undefined);
    await installer.start();
    await untilAtRest(installer);
    const { job, device } = installer.getState();
    return job.kind === 'idle' && device.packs.length > 0;
  });
}

async function withInstaller<T>(work: (installer: Installer) => Promise<T>): Promise<T> {
  const storage = await openStorage();
  const channel = new BroadcastChannel(INSTALL_CHANNEL);
  const { locks } = self.navigator;
  const host = openHost(archiveAddresses(self.registration.scope), {
    fetch: (url, init) => fetch(url, init),
  });
  const effects = { wait: waitFor, random: Math.random, now: Date.now, network: workerNetwork };
  const installer = createInstaller({
    host,
    storage,
    trust,
    locks,
    channel,
    holds: createSnapshotHolds(locks),
    // Here is no page that it could hold up.
    fetchBlocks: createBlockFetcher({ ...effects, host, store: storage.blocks }),
    testSnapshot: (accepted, packs) => testSnapshot(accepted, packs, storage.blocks),
    // A worker may not ask for persistence, and has no place for the note: pages see to both.
    browserStorage: null,
    note: { read: () => [], write: () => undefined },
    whenIdle: () => Promise.resolve(),
    ...effects,
  });
  try {
    return await work(installer);
  } finally {
    installer.close();
    channel.close();
    storage.close();
  }
}

const workerNetwork: Network = {
  isOnline: () => self.navigator.onLine,
  onOnline(listener) {
    self.addEventListener('online', listener);
    return () => self.removeEventListener('online', listener);
  },
};

/** A job may begin a moment after `start`, and go through several states. */
async function untilAtRest(installer: Installer): Promise<void> {
  const isAtRest = () => {
    const { kind } = installer.getState().job;
    return kind === 'idle' || kind === 'paused' || kind === 'failed';
  };
  if (isAtRest()) return;
  await new Promise<void>((resolve) => {
    const unsubscribe = installer.subscribe(() => {
      if (!isAtRest()) return;
      unsubscribe();
      resolve();
    });
  });
}

function tellPages(message: BackgroundMessage): void {
  const channel = new BroadcastChannel(BACKGROUND_CHANNEL);
  channel.postMessage(message);
  channel.close();
}

self.pwc2InstallPart = { endTransfer, goOn };
