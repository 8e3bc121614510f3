/** Tabs of a device, for tests of the installer: tabs of one name share storage, locks and messages. */
import { openCurrentArchive, type CurrentArchive } from '../../../src/archive/current-archive.ts';
import { testSnapshot } from '../../../src/archive/test-snapshot.ts';
import { openStorage, type DeviceStorage } from '../../../src/db/open-storage.ts';
import { createSnapshotHolds, type SnapshotHolds } from '../../../src/db/snapshot-holds.ts';
import type { PackName } from '../../../src/format/manifest.ts';
import { openHost } from '../../../src/host/open-host.ts';
import type { SnapshotHost } from '../../../src/host/snapshot-host.ts';
import { createBlockFetcher } from '../../../src/sync/fetch-blocks.ts';
import { createInstaller } from '../../../src/sync/installer.ts';
import type { InstallerOptions } from '../../../src/sync/installer-options.ts';
import type { InstallJob, Installer, InstallerState } from '../../../src/sync/installer-state.ts';
import { waitFor } from '../../../src/sync/wait-for.ts';
import { TRUST_ALL } from '../accept-any.ts';

export interface Tab {
  readonly storage: DeviceStorage;
  readonly host: SnapshotHost;
  readonly holds: SnapshotHolds;
  readonly installer: Installer;
  /** Every job shown, oldest first. */
  readonly jobs: InstallJob[];
  /** Opens what pages read, as a page of this tab does. */
  openArchive(options?: { mayHoldData?: boolean }): Promise<CurrentArchive>;
  /** Resolves when the installer shows such a state. */
  until(condition: (state: InstallerState) => boolean): Promise<InstallerState>;
  close(): void;
}

export interface TabOptions extends Partial<InstallerOptions> {
  /** Addresses of the mirrors. */
  readonly addresses: readonly string[];
  /** Silence after which a transfer is given up. */
  readonly stallMs?: number;
}

/** Retries wait for some milliseconds only; nothing else is other than in the app. */
export async function openTab(device: string, options: TabOptions): Promise<Tab> {
  const storage = await openStorage(device);
  const channel = new BroadcastChannel(device);
  const locks = locksOf(device);
  const holds = createSnapshotHolds(locks);
  const host = openHost(options.addresses, {
    fetch: (url, init) => fetch(url, init),
    stallMs: options.stallMs ?? 15_000,
  });
  const effects = {
    wait: (ms: number, signal: AbortSignal) => waitFor(Math.min(ms, 5), signal),
    random: Math.random,
    now: Date.now,
    network: { isOnline: () => true, onOnline: () => () => undefined },
  };
  const installer = createInstaller({
    host,
    storage,
    holds,
    trust: TRUST_ALL,
    testSnapshot: (accepted, packs) => testSnapshot(accepted, packs, storage.blocks),
    locks,
    channel,
    browserStorage: null,
    note: memoryNote(),
    whenIdle: () => Promise.resolve(),
    ...effects,
    fetchBlocks: createBlockFetcher({ host, store: storage.blocks, ...effects, ...options }),
    ...options,
  });
  const jobs: InstallJob[] = [];
  installer.subscribe(() => jobs.push(installer.getState().job));
  const opened = Promise.resolve(storage);
  return {
    storage,
    host,
    holds,
    installer,
    jobs,
    openArchive: ({ mayHoldData = true } = {}) =>
      openCurrentArchive({
        host,
        storage: { open: () => opened, opened },
        holds,
        trust: options.trust ?? TRUST_ALL,
        mayHoldData,
        onDamage: () => installer.reportDamage(),
      }),
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          const state = installer.getState();
          if (!condition(state)) return;
          stop();
          resolve(state);
        };
        const stop = installer.subscribe(look);
        look();
      }),
    close() {
      installer.close();
      channel.close();
      storage.close();
    },
  };
}

/** Locks of one device: names that no other device has. */
export function locksOf(device: string): LockManager {
  const { locks } = navigator;
  return {
    query: () => locks.query(),
    request: ((name: string, ...rest: [LockOptions, LockGrantedCallback<unknown>]) =>
      locks.request(`${device}:${name}`, ...rest)) as LockManager['request'],
  };
}

/** A note that lives as long as the test. */
export function memoryNote(packs: readonly PackName[] = []) {
  let noted = packs;
  return {
    read: () => noted,
    write(written: readonly PackName[]) {
      noted = written;
    },
  };
}
