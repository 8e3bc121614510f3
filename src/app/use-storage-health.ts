import { useEffect, useState } from 'react';
import type { PackName } from '../format/manifest.ts';
import type { StorageHealth } from '../components/offline/storage-health.ts';

/**
 * What the browser says of this site's storage. Its quota is not asked for: since 2025 browsers make
 * that figure up, so that it tells nothing.
 *
 * @param packs what is installed: read again whenever this changes.
 */
export function useStorageHealth(packs: readonly PackName[]): StorageHealth | null {
  const [health, setHealth] = useState<StorageHealth | null>(null);
  useEffect(() => {
    let isCurrent = true;
    async function read(): Promise<void> {
      if (!('storage' in navigator)) return;
      const [estimate, isPersisted] = await Promise.all([
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ]);
      if (isCurrent) setHealth({ usedBytes: estimate.usage ?? null, isPersisted });
    }
    read().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [packs]);
  return health;
}
