import Dexie, { type Table } from 'dexie';
import type { BlockHash } from '../format/hash.ts';
import type { PackName } from '../format/manifest.ts';
import type { DeviceState } from './device-state.ts';
import type { RecentSearchesState } from './recent-searches.ts';

/** A hashed file, packed as the host serves it. */
export interface StoredBlock {
  readonly hash: BlockHash;
  readonly bytes: ArrayBuffer;
}

/** A snapshot that this device knows: installed, installed before, being installed, or browsed. */
export interface StoredSnapshot {
  /** Hash of the manifest's bytes. */
  readonly id: BlockHash;
  readonly manifest: ArrayBuffer;
  /** Packs of which every block is on the device. Empty while a snapshot is only browsed. */
  readonly packs: readonly PackName[];
}

const DATABASE_NAME = 'papers-with-code-2';

/** The app's database. Versions only grow; a change of shape comes with an `upgrade`. */
export class ArchiveDatabase extends Dexie {
  declare readonly blocks: Table<StoredBlock, BlockHash>;
  declare readonly snapshots: Table<StoredSnapshot, BlockHash>;
  declare readonly state: Table<DeviceState | RecentSearchesState, string>;

  /**
   * @param durability `relaxed` for the bulk of the blocks, whose loss a crash only costs a fetch;
   *   `strict` for the records that say what is whole.
   */
  constructor(durability: 'relaxed' | 'strict', name = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: durability });
    this.version(1).stores({ blocks: 'hash', snapshots: 'id', state: 'key' });
  }
}
