import type { BlockHash } from '../format/hash.ts';
import type { PackName } from '../format/manifest.ts';
import type { ArchiveDatabase, DeviceState, StoredSnapshot } from './database.ts';
import { namingStorageErrors } from './errors.ts';

/** Which snapshots this device knows, which one pages read, and what is still to be installed. */
export interface DeviceStore {
  read(): Promise<{ state: DeviceState; active: StoredSnapshot | null }>;
  readSnapshot(id: BlockHash): Promise<StoredSnapshot | null>;
  /** Remembers a snapshot that is only browsed, in place of the one browsed before. */
  rememberBrowsed(id: BlockHash, manifest: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Remembers what is to be installed, so that the next start goes on with it. */
  begin(
    id: BlockHash,
    manifest: Uint8Array<ArrayBuffer>,
    packs: readonly PackName[],
  ): Promise<void>;
  /** Forgets what was still to be installed. */
  cancelPending(): Promise<void>;
  /**
   * Makes a snapshot with these packs the one that pages read, in one strict transaction: after a
   * crash the device has either the old state or the new one.
   */
  activate(id: BlockHash, packs: readonly PackName[]): Promise<void>;
  /** Forgets every snapshot but the active one and the one being installed. */
  forgetInactive(): Promise<void>;
  /** Removes everything: blocks, snapshots, state. */
  clear(): Promise<void>;
}

const EMPTY: DeviceState = { key: 'device', active: null, pending: null };

/** @param database a connection with strict durability. */
export function createDeviceStore(database: ArchiveDatabase): DeviceStore {
  const { blocks, snapshots, state } = database;

  async function readState(): Promise<DeviceState> {
    return (await state.get('device')) ?? EMPTY;
  }

  async function putManifest(id: BlockHash, manifest: Uint8Array<ArrayBuffer>): Promise<void> {
    const known = await snapshots.get(id);
    if (known !== undefined) return;
    await snapshots.put({ id, manifest: manifest.slice().buffer, packs: [] });
  }

  return {
    read() {
      return database.transaction('r', state, snapshots, async () => {
        const device = await readState();
        const active = device.active === null ? undefined : await snapshots.get(device.active);
        return { state: device, active: active ?? null };
      });
    },

    async readSnapshot(id) {
      return (await snapshots.get(id)) ?? null;
    },

    rememberBrowsed(id, manifest) {
      return namingStorageErrors(() =>
        database.transaction('rw', state, snapshots, async () => {
          const device = await readState();
          const active = device.active === null ? undefined : await snapshots.get(device.active);
          if (active !== undefined && active.packs.length > 0) return;
          if (device.active !== null && device.active !== id) await snapshots.delete(device.active);
          await putManifest(id, manifest);
          await state.put({ ...device, active: id });
        }),
      );
    },

    begin(id, manifest, packs) {
      return namingStorageErrors(() =>
        database.transaction('rw', state, snapshots, async () => {
          await putManifest(id, manifest);
          await state.put({ ...(await readState()), pending: { snapshot: id, packs } });
        }),
      );
    },

    async cancelPending() {
      await database.transaction('rw', state, async () => {
        await state.put({ ...(await readState()), pending: null });
      });
    },

    activate(id, packs) {
      return namingStorageErrors(() =>
        database.transaction('rw', state, snapshots, async () => {
          const snapshot = await snapshots.get(id);
          if (snapshot === undefined) {
            throw new Error(`Snapshot ${id} was to be activated but is not on the device.`);
          }
          await snapshots.put({ ...snapshot, packs: [...packs] });
          await state.put({ key: 'device', active: id, pending: null });
        }),
      );
    },

    async forgetInactive() {
      await database.transaction('rw', state, snapshots, async () => {
        const { active, pending } = await readState();
        const keep = new Set([active, pending?.snapshot]);
        const ids = await snapshots.toCollection().primaryKeys();
        await snapshots.bulkDelete(ids.filter((id) => !keep.has(id)));
      });
    },

    async clear() {
      await database.transaction('rw', blocks, state, snapshots, async () => {
        await Promise.all([blocks.clear(), snapshots.clear(), state.clear()]);
      });
    },
  };
}
