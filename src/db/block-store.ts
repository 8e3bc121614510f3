import type { BlockHash } from '../format/hash.ts';
import type { ArchiveDatabase } from './database.ts';
import { namingStorageErrors } from './errors.ts';

/** A block to store. */
export interface BlockToStore {
  readonly hash: BlockHash;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Blocks on this device, by hash. Callers verify before they put; what is stored is trusted. */
export interface BlockStore {
  get(hash: BlockHash): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * Stores all in one transaction, or none. A block is one record, its name and its bytes together,
   * so that there is nothing to fall apart.
   * @throws StorageFullError
   */
  putAll(blocks: readonly BlockToStore[]): Promise<void>;
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
      const records = blocks.map(({ hash, bytes }) => ({ hash, bytes: ownBuffer(bytes) }));
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

/** The buffer of exactly these bytes: that of a view over more of it is copied. */
function ownBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  const { buffer } = bytes;
  return buffer.byteLength === bytes.byteLength ? buffer : bytes.slice().buffer;
}
