import type { BlockHash } from '../format/hash.ts';

/**
 * Which snapshots tabs are reading. A tab holds what it reads until it is closed, so that its pages
 * finish on the snapshot that they began with.
 */
export interface SnapshotHolds {
  /** Holds a snapshot for as long as this tab lives. Resolves when it is held. */
  hold(id: BlockHash): Promise<void>;
  /**
   * Runs `drop` while no tab holds the snapshot and none can come to hold it.
   * @returns false, without having run it, when one does.
   */
  whenFree(id: BlockHash, drop: () => Promise<void>): Promise<boolean>;
}

/** By locks, which the browser lets go of however a tab ends. */
export function createSnapshotHolds(locks: LockManager, scope = ''): SnapshotHolds {
  const nameOf = (id: BlockHash) => `papers-with-code-2:reading:${scope}${id}`;
  const held = new Map<BlockHash, Promise<void>>();

  return {
    hold(id) {
      const known = held.get(id);
      if (known !== undefined) return known;
      const holding = new Promise<void>((resolve, reject) => {
        locks
          .request(nameOf(id), { mode: 'shared' }, () => {
            resolve();
            // Never settles: the lock is held until the tab is gone.
            return new Promise<void>(() => undefined);
          })
          .catch(reject);
      });
      held.set(id, holding);
      return holding;
    },
    async whenFree(id, drop) {
      return locks.request(nameOf(id), { ifAvailable: true }, async (lock) => {
        if (lock === null) return false;
        await drop();
        return true;
      });
    },
  };
}
