import { createBlockStore, type BlockStore } from './block-store.ts';
import { createConnection } from './connection.ts';
import { ArchiveDatabase } from './database.ts';
import { createDeviceStore, type DeviceStore } from './device-store.ts';
import { createRecentSearches, type RecentSearches } from './recent-searches.ts';
import { StorageUnavailableError } from './errors.ts';

export interface DeviceStorage {
  readonly blocks: BlockStore;
  readonly device: DeviceStore;
  readonly recentSearches: RecentSearches;
  close(): void;
}

/**
 * Opens the database, and makes it where there is none, over two connections: one for the blocks, and a
 * strict one for the records that say what is whole.
 *
 * @throws StorageUnavailableError where the browser has no database to offer.
 */
export async function openStorage(name?: string): Promise<DeviceStorage> {
  const database = new ArchiveDatabase(name);
  const connection = createConnection(name);
  try {
    await database.open();
    await connection.open();
  } catch (cause) {
    database.close();
    connection.close();
    throw new StorageUnavailableError({ cause });
  }
  return {
    blocks: createBlockStore(connection),
    device: createDeviceStore(database),
    recentSearches: createRecentSearches(database),
    close() {
      database.close();
      connection.close();
    },
  };
}
