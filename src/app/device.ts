import { openStorage, type DeviceStorage } from '../db/open-storage.ts';
import { blockPath } from '../format/version.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { createBackgroundInstaller } from '../sync/background/background-installer.ts';
import { BACKGROUND_CHANNEL } from '../sync/background/background-messages.ts';
import { createInstaller } from '../sync/installer.ts';
import type { Installer } from '../sync/installer-state.ts';
import { waitFor } from '../sync/wait-for.ts';
import { browserTransfers, goOnWhenClosed } from './browser-transfers.ts';

/** The parts of the app that store things. A chunk of its own: the first page does not wait for it. */
export interface Device {
  readonly storage: DeviceStorage;
  /** null in browsers without locks, where two tabs could install over each other. */
  readonly installer: Installer | null;
}

/** @throws StorageUnavailableError where the browser has no database to offer. */
export async function openDevice(host: SnapshotHost): Promise<Device> {
  const storage = await openStorage();
  if (!('locks' in navigator)) return { storage, installer: null };
  const channel = new BroadcastChannel('papers-with-code-2:install');
  const createOwn = (): Installer =>
    createInstaller({
      host,
      storage,
      locks: navigator.locks,
      channel,
      wait: waitFor,
      random: Math.random,
      now: () => performance.now(),
    });
  const transfers = browserTransfers();
  const installer =
    transfers === null
      ? createOwn()
      : createBackgroundInstaller({
          createInstaller: createOwn,
          transfers,
          storage,
          blockUrl: (hash) => host.baseUrl + blockPath(hash),
          locks: navigator.locks,
          channel: new BroadcastChannel(BACKGROUND_CHANNEL),
          wait: waitFor,
          now: () => performance.now(),
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
