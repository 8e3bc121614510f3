import type { DeviceStorage } from '../db/open-storage.ts';
import type { SnapshotHolds } from '../db/snapshot-holds.ts';
import type { PackName } from '../format/manifest.ts';
import type { Trust } from '../format/trust/accept-manifest.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import type { FetchBlocks } from './fetch-blocks.ts';
import type { RetryEffects } from './retry-gate.ts';
import type { TestSnapshot } from './run-install.ts';
import type { BrowserStorage } from './storage-health.ts';

/**
 * A note, kept apart from the database, of what is installed: it tells a device that was cleared from
 * one where nothing was ever installed.
 */
export interface InstalledNote {
  read(): readonly PackName[];
  write(packs: readonly PackName[]): void;
}

export interface InstallerOptions extends RetryEffects {
  readonly host: SnapshotHost;
  readonly storage: DeviceStorage;
  readonly holds: SnapshotHolds;
  readonly trust: Trust;
  readonly fetchBlocks: FetchBlocks;
  readonly testSnapshot: TestSnapshot;
  readonly locks: LockManager;
  /** Reaches the other tabs of this browser. */
  readonly channel: BroadcastChannel;
  readonly browserStorage: BrowserStorage | null;
  readonly note: InstalledNote;
  /** Resolves when the browser has nothing better to do. */
  readonly whenIdle: () => Promise<void>;
}
