import type { BlockHash } from '../format/hash.ts';
import type { Connection } from './connection.ts';
import { namingStorageErrors } from './errors.ts';
import type { STORES } from './schema.ts';

const BLOCKS: keyof typeof STORES = 'blocks';

/** A hashed file, packed as the host serves it: a record of the store. */
export interface StoredBlock {
  readonly hash: BlockHash;
  readonly bytes: ArrayBuffer;
}

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
  /**
   * Hashes of all stored blocks, one slice after the other. A block that is stored or deleted meanwhile
   * may be among them or not.
   * @param pause between slices, in which the database has time for others.
   */
  readHashes(pause?: () => Promise<void>): Promise<Set<BlockHash>>;
  deleteAll(hashes: readonly BlockHash[]): Promise<void>;
}

/**
 * Keys read at once. To list keys, Chromium's database passes over the values too, and answers nobody meanwhile:
 * all of the archive's keys take it a quarter of a second, these some 8 ms. See docs/decisions/0025.
 */
const SLICE_KEYS = 250;

/**
 * The blocks over the browser's own interface: a search reads dozens of them, and a worker that is
 * waited for starts sooner without a library. Why, with figures: docs/decisions/0024.
 */
export function createBlockStore(connection: Connection): BlockStore {
  async function readingStore(): Promise<IDBObjectStore> {
    return (await connection.open()).transaction(BLOCKS).objectStore(BLOCKS);
  }

  /** Writes in one transaction: what `write` asks for is done then, or nothing of it. */
  async function writing(write: (store: IDBObjectStore) => void): Promise<void> {
    const database = await connection.open();
    // Losing the last blocks in a crash costs a fetch.
    const transaction = database.transaction(BLOCKS, 'readwrite', { durability: 'relaxed' });
    const completed = completionOf(transaction);
    try {
      write(transaction.objectStore(BLOCKS));
      transaction.commit();
    } catch (error) {
      transaction.abort();
      await completed.catch(() => undefined);
      throw error;
    }
    await completed;
  }

  return {
    async get(hash) {
      const stored = await answerOf<StoredBlock | undefined>((await readingStore()).get(hash));
      return stored === undefined ? null : new Uint8Array(stored.bytes);
    },
    async putAll(blocks) {
      // A view into a larger buffer would store that whole buffer: slice to the bytes themselves.
      const records = blocks.map(({ hash, bytes }) => ({ hash, bytes: ownBuffer(bytes) }));
      await namingStorageErrors(() =>
        writing((store) => {
          for (const record of records) store.put(record);
        }),
      );
    },
    async readHashes(pause) {
      const hashes = new Set<BlockHash>();
      for (let last = ''; ;) {
        const rest = IDBKeyRange.lowerBound(last, true);
        const keys = await answerOf((await readingStore()).getAllKeys(rest, SLICE_KEYS));
        for (const key of keys as BlockHash[]) hashes.add(key);
        if (keys.length < SLICE_KEYS) return hashes;
        last = keys.at(-1) as BlockHash;
        await pause?.();
      }
    },
    async deleteAll(hashes) {
      await writing((store) => {
        for (const hash of hashes) store.delete(hash);
      });
    },
  };
}

/** The buffer of exactly these bytes: that of a view over more of it is copied. */
function ownBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  const { buffer } = bytes;
  return buffer.byteLength === bytes.byteLength ? buffer : bytes.slice().buffer;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? unexplained()));
  });
}

function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? unexplained()));
  });
}

/** The browser closes a connection that it wants the room of, and gives no error then. */
function unexplained(): Error {
  return new DOMException('The database was closed.', 'AbortError');
}
