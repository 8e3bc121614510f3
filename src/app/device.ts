import { openStorage, type DeviceStorage } from '../db/open-storage.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { createInstaller } from '../sync/installer.ts';
import type { Installer } from '../sync/installer-state.ts';

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
  const installer = createInstaller({
    host,
    storage,
    locks: navigator.locks,
    channel: new BroadcastChannel('papers-with-code-2:install'),
    wait: waitFor,
    random: Math.random,
    now: () => performance.now(),
  });
  return { storage, installer };
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    function stop(): void {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }
    signal.addEventListener('abort', stop, { once: true });
  });
}
