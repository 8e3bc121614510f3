import { testSnapshot } from '../archive/test-snapshot.ts';
import { openStorage, type DeviceStorage } from '../db/open-storage.ts';
import type { SnapshotHolds } from '../db/snapshot-holds.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { createWorkerFetcher } from '../sync/fetch-in-worker.ts';
import { createInstaller } from '../sync/installer.ts';
import type { Installer } from '../sync/installer-state.ts';
import { waitFor } from '../sync/wait-for.ts';
import { browserNetwork } from './browser-network.ts';
import { trust } from './build-settings.ts';
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
  const installer = createInstaller({
    host,
    storage,
    holds,
    trust,
    fetchBlocks: createWorkerFetcher(
      () => new Worker(new URL('./install-worker.ts', import.meta.url), { type: 'module' }),
      host.addresses,
    ),
    testSnapshot: (accepted, packs) => testSnapshot(accepted, packs, storage.blocks),
    locks: navigator.locks,
    channel: new BroadcastChannel('papers-with-code-2:install'),
    browserStorage: 'storage' in navigator ? navigator.storage : null,
    note: installedNote,
    whenIdle,
    wait: waitFor,
    random: Math.random,
    now: Date.now,
    network: browserNetwork,
  });
  return { storage, installer };
}
