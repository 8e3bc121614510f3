import { createBlockStore, type BlockStore } from './block-store.ts';
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
 * Opens the database for its blocks alone, over one connection: quicker, for who reads nothing else.
 *
 * @throws StorageUnavailableError where the browser has no database to offer.
 */
export async function openBlocks(name?: string): Promise<BlockStore> {
  const relaxed = new ArchiveDatabase('relaxed', name);
  await openAll([relaxed]);
  return createBlockStore(relaxed);
}

/**
 * Opens the database, over two connections: one relaxed, for blocks, one strict, for the records
 * that say what is whole.
 *
 * @throws StorageUnavailableError where the browser has no database to offer.
 */
export async function openStorage(name?: string): Promise<DeviceStorage> {
  const relaxed = new ArchiveDatabase('relaxed', name);
  const strict = new ArchiveDatabase('strict', name);
  await openAll([relaxed, strict]);
  return {
    blocks: createBlockStore(relaxed),
    device: createDeviceStore(strict),
    recentSearches: createRecentSearches(relaxed),
    close() {
      relaxed.close();
      strict.close();
    },
  };
}

/** Opens connections, or none. */
async function openAll(connections: readonly ArchiveDatabase[]): Promise<void> {
  try {
    await Promise.all(connections.map((connection) => connection.open()));
  } catch (cause) {
    for (const connection of connections) connection.close();
    throw new StorageUnavailableError({ cause });
  }
}
