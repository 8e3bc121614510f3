import { createBlockStore, type BlockStore } from './block-store.ts';
import { createConnection } from './connection.ts';

/**
 * Opens the blocks alone, for workers: quicker than all that the device holds.
 *
 * @throws StorageUnavailableError where the browser has no database to offer.
 */
export async function openBlocks(name?: string): Promise<BlockStore> {
  const connection = createConnection(name);
  await connection.open();
  return createBlockStore(connection);
}
