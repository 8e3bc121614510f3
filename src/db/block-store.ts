import type { BlockHash } from '../format/hash.ts';
import type { ArchiveDatabase } from './database.ts';
import { namingStorageErrors } from './errors.ts';

/** Blocks on this device, by hash. Callers verify before they put; what is stored is trusted. */
export interface BlockStore {
  get(hash: BlockHash): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Stores all in one transaction, or none. @throws StorageFullError */
  putAll(blocks: readonly { hash: BlockHash; bytes: Uint8Array<ArrayBuffer> }[]): Promise<void>;
  /** Hashes of all stored blocks, read without their bytes. */
  readHashes(): Promise<Set<BlockHash>>;
  deleteAll(hashes: readonly BlockHash[]): Promise<void>;
}

export function createBlockStore(database: ArchiveDatabase): BlockStore {
  return {
    async get(hash) {
      const stored = await database.blocks.get(hash);
      return stored === undefined ? null : new Uint8Array(stored.bytes);
    },
    async putAll(blocks) {
      // A view into a larger buffer would store that whole buffer: slice to the bytes themselves.
      const records = blocks.map(({ hash, bytes }) => ({ hash, bytes: bytes.slice().buffer }));
      await namingStorageErrors(() => database.blocks.bulkPut(records));
    },
    async readHashes() {
      return new Set(await database.blocks.toCollection().primaryKeys());
    },
    async deleteAll(hashes) {
      await database.blocks.bulkDelete([...hashes]);
    },
  };
}
