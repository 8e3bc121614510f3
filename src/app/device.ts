import { testInWorker } from '../archive/test-in-worker.ts';
import { openStorage, type DeviceStorage } from '../db/open-storage.ts';
import type { SnapshotHolds } from '../db/snapshot-holds.ts';
import { blockPath } from '../format/version.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { createBackgroundInstaller } from '../sync/background/background-installer.ts';
import { BACKGROUND_CHANNEL } from '../sync/background/background-messages.ts';
import { createWorkerFetcher } from '../sync/fetch-in-worker.ts';
import { INSTALL_CHANNEL } from '../sync/install-lock.ts';
import { createInstaller } from '../sync/installer.ts';
import type { Installer } from '../sync/installer-state.ts';
import { waitFor } from '../sync/wait-for.ts';
import { browserTransfers, goOnWhenClosed } from './browser-transfers.ts';
import { browserNetwork } from './browser-network.ts';
import { trust } from '../settings/build-settings.ts';
import { installedNote } from './installed-note.ts';
import { whenIdle } from './when-idle.ts';

/** The parts of the app that store things. A chunk of its own: the first page does not wait for it. */
export interface Device {
  readonly storage: DeviceStorage;
  /** null in browsers without locks, where two tabs could install over each other. */
  readonly installer: Installer | null;
}

/**
 * @param holds null in browsers without locks.
 * @throws StorageUnavailableError where the browser has no database to offer.
 */
export async function openDevice(host: SnapshotHost, holds: SnapshotHolds | null): Promise<Device> {
  const storage = await openStorage();
  if (holds === null) return { storage, installer: null };
  const channel = new BroadcastChannel(INSTALL_CHANNEL);
  const createOwn = (): Installer =>
    createInstaller({
      host,
      storage,
      holds,
      trust,
      fetchBlocks: createWorkerFetcher(
        () => new Worker(new URL('./install-worker.ts', import.meta.url), { type: 'module' }),
        host.addresses,
      ),
      testSnapshot: (accepted, packs) =>
        testInWorker(new Worker(new URL('./test-worker.ts', import.meta.url), { type: 'module' }), {
          accepted,
          packs,
        }),
      locks: navigator.locks,
      channel,
      browserStorage: 'storage' in navigator ? navigator.storage : null,
      note: installedNote,
      whenIdle,
      wait: waitFor,
      random: Math.random,
      now: Date.now,
      network: browserNetwork,
    });
  const transfers = browserTransfers();
  const installer =
    transfers === null
      ? createOwn()
      : createBackgroundInstaller({
          createInstaller: createOwn,
          transfers,
          isReady: () => navigator.serviceWorker.controller !== null,
          storage,
          blockUrl: (hash) => `${host.addresses[0] ?? ''}${blockPath(hash)}`,
          locks: navigator.locks,
          channel: new BroadcastChannel(BACKGROUND_CHANNEL),
          wait: waitFor,
          now: Date.now,
          onHidden,
          title: 'Papers With Code for offline use',
        });
  goOnWhenClosed(() => {
    const { kind } = installer.getState().job;
    return kind === 'preparing' || kind === 'running' || kind === 'waiting' || kind === 'testing';
  });
  return { storage, installer };
}

function onHidden(listener: () => void): () => void {
  const look = () => document.visibilityState === 'hidden' && listener();
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}
