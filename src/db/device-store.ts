import type { BlockHash } from '../format/hash.ts';
import type { PackName } from '../format/manifest.ts';
import type { ArchiveDatabase, StoredSnapshot } from './database.ts';
import {
  EMPTY_STATE,
  parseDeviceState,
  type DeviceState,
  type InstallHold,
} from './device-state.ts';
import { namingStorageErrors } from './errors.ts';

export interface DeviceRecords {
  readonly state: DeviceState;
  /** What `state.active` names; null when there is none, or its record is gone. */
  readonly active: StoredSnapshot | null;
  readonly previous: StoredSnapshot | null;
}

/** A manifest to remember, and what it proves against rollback. */
export interface ManifestToStore {
  readonly id: BlockHash;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** When it was issued, where that has been verified. */
  readonly issued: string | null;
}

/**
 * Which snapshots this device knows, which one pages read, and what is still to be installed. Every
 * change is one transaction: after a crash the device has either the old state or the new one.
 */
export interface DeviceStore {
  read(): Promise<DeviceRecords>;
  readSnapshot(id: BlockHash): Promise<StoredSnapshot | null>;
  readSnapshots(): Promise<StoredSnapshot[]>;
  /** Remembers a snapshot that is only browsed, unless one is installed. */
  rememberBrowsed(manifest: ManifestToStore): Promise<void>;
  /** Remembers what is to be installed, so that the next start goes on with it. */
  begin(manifest: ManifestToStore, packs: readonly PackName[]): Promise<void>;
  /** Sets why the install is not gone on with, or null: it may go on. */
  hold(hold: InstallHold | null): Promise<void>;
  /** Forgets what was still to be installed. */
  cancelPending(): Promise<void>;
  /**
   * Makes a snapshot with these packs the one that pages read. The one that was installed before
   * becomes the previous one. What is pending is over when these packs are all of it.
   */
  activate(id: BlockHash, packs: readonly PackName[]): Promise<void>;
  /** Swaps the active and the previous snapshot, and forgets what was pending. False without one. */
  rollBack(): Promise<boolean>;
  /** Keeps only these packs of the active snapshot, and no previous one. */
  keepPacks(packs: readonly PackName[]): Promise<void>;
  forgetPrevious(): Promise<void>;
  /** Forgets snapshots, but none that the state names. */
  forgetSnapshots(ids: readonly BlockHash[]): Promise<void>;
  /**
   * Forgets all snapshots and the state, but for what was verified last. It is as quick as anything here;
   * the blocks stay until the garbage is collected, since deleting half a gigabyte takes seconds.
   */
  forgetAll(): Promise<void>;
}

export function createDeviceStore(database: ArchiveDatabase): DeviceStore {
  const { snapshots, state } = database;

  async function readState(): Promise<DeviceState> {
    return parseDeviceState(await state.get('device'));
  }

  async function putManifest({ id, bytes }: ManifestToStore): Promise<void> {
    const known = await snapshots.get(id);
    if (known !== undefined) return;
    await snapshots.put({ id, manifest: bytes.slice().buffer, packs: [] });
  }

  /** One transaction over the records: `change` reads and writes within it. */
  function changing<T>(change: (device: DeviceState) => Promise<T>): Promise<T> {
    return namingStorageErrors(() =>
      database.transaction('rw', state, snapshots, async () => change(await readState())),
    );
  }

  async function get(id: BlockHash | null): Promise<StoredSnapshot | null> {
    return id === null ? null : ((await snapshots.get(id)) ?? null);
  }

  return {
    read() {
      return database.transaction('r', state, snapshots, async () => {
        const device = await readState();
        return {
          state: device,
          active: await get(device.active),
          previous: await get(device.previous),
        };
      });
    },

    readSnapshot: get,

    readSnapshots: () => snapshots.toArray(),

    async rememberBrowsed(manifest) {
      await changing(async (device) => {
        const active = await get(device.active);
        if (active !== null && active.packs.length > 0) return;
        await putManifest(manifest);
        const latestIssued = later(device.latestIssued, manifest.issued);
        await state.put({ ...device, active: manifest.id, latestIssued });
      });
    },

    async begin(manifest, packs) {
      await changing(async (device) => {
        await putManifest(manifest);
        await state.put({
          ...device,
          pending: { snapshot: manifest.id, packs, hold: null },
          latestIssued: later(device.latestIssued, manifest.issued),
        });
      });
    },

    async hold(hold) {
      await changing(async (device) => {
        if (device.pending === null) return;
        await state.put({ ...device, pending: { ...device.pending, hold } });
      });
    },

    async cancelPending() {
      await changing((device) => state.put({ ...device, pending: null }));
    },

    async activate(id, packs) {
      await changing(async (device) => {
        const snapshot = await get(id);
        if (snapshot === null) {
          throw new Error(`Snapshot ${id} was to be activated but is not on the device.`);
        }
        await snapshots.put({ ...snapshot, packs: [...packs] });
        const before = await get(device.active);
        const isReplaced = before !== null && before.id !== id && before.packs.length > 0;
        const previous = isReplaced ? before.id : device.previous;
        const { pending } = device;
        const isOver = pending?.snapshot === id && pending.packs.every((it) => packs.includes(it));
        await state.put({
          ...device,
          active: id,
          previous: previous === id ? null : previous,
          pending: isOver ? null : pending,
        });
      });
    },

    rollBack() {
      return changing(async (device) => {
        if ((await get(device.previous)) === null) return false;
        const { active, previous } = device;
        await state.put({ ...device, active: previous, previous: active, pending: null });
        return true;
      });
    },

    async keepPacks(packs) {
      await changing(async (device) => {
        const active = await get(device.active);
        if (active !== null) {
          const kept = active.packs.filter((pack) => packs.includes(pack));
          await snapshots.put({ ...active, packs: kept });
        }
        const wanted = device.pending?.packs.filter((pack) => packs.includes(pack)) ?? [];
        const pending =
          device.pending === null || wanted.length === 0
            ? null
            : { ...device.pending, packs: wanted };
        await state.put({ ...device, previous: null, pending });
      });
    },

    async forgetPrevious() {
      await changing((device) => state.put({ ...device, previous: null }));
    },

    async forgetSnapshots(ids) {
      await changing(async ({ active, previous, pending }) => {
        const named = new Set([active, previous, pending?.snapshot]);
        await snapshots.bulkDelete(ids.filter((id) => !named.has(id)));
      });
    },

    async forgetAll() {
      await changing(async ({ latestIssued }) => {
        await snapshots.clear();
        await state.put({ ...EMPTY_STATE, latestIssued });
      });
    },
  };
}

/** The later of two instants, which order by text as by time. */
function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
