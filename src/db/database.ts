import Dexie, { type Table } from 'dexie';
import type { BlockHash } from '../format/hash.ts';
import type { PackName } from '../format/manifest.ts';
import type { DeviceState } from './device-state.ts';
import type { RecentSearchesState } from './recent-searches.ts';
import { DATABASE_NAME, SCHEMA_VERSION, STORES } from './schema.ts';

/** A snapshot that this device knows: installed, installed before, being installed, or browsed. */
export interface StoredSnapshot {
  /** Hash of the manifest's bytes. */
  readonly id: BlockHash;
  readonly manifest: ArrayBuffer;
  /** Packs of which every block is on the device. Empty while a snapshot is only browsed. */
  readonly packs: readonly PackName[];
}

/**
 * The records of the app's database, over Dexie. Commits are strict: a record that says what is whole must
 * not outlive what it speaks of. The blocks have a connection of their own (docs/decisions/0005).
 */
export class ArchiveDatabase extends Dexie {
  declare readonly snapshots: Table<StoredSnapshot, BlockHash>;
  declare readonly state: Table<DeviceState | RecentSearchesState, string>;

  constructor(name = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(SCHEMA_VERSION).stores(STORES);
  }
}
