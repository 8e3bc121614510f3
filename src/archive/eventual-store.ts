import type { BlockStore } from '../db/block-store.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import type { ReadableStore } from './block-reader.ts';

/**
 * Blocks of a device that is taken to be empty: nothing is found until the database is open, and
 * writes wait for it. So a first page does not wait for a database that has nothing for it.
 */
export function createEventualStore(storage: Promise<DeviceStorage | null>): ReadableStore {
  let opened: BlockStore | null = null;
  void storage.then((device) => {
    opened = device?.blocks ?? null;
  });
  return {
    get: (hash) => opened?.get(hash) ?? Promise.resolve(null),
    async putAll(blocks) {
      await (await storage)?.blocks.putAll(blocks);
    },
    async deleteAll(hashes) {
      await (await storage)?.blocks.deleteAll(hashes);
    },
  };
}
