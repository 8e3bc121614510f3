import { useEffect, useState } from 'react';
import type { StorageHealth } from '../components/offline/storage-health.ts';
import type { Installer } from '../sync/installer.ts';

/**
 * What the browser says of this site's storage, read again when the installer comes to rest. Its quota
 * is not asked for: since 2025 browsers make that figure up, so that it tells nothing.
 */
export function useStorageHealth(installer: Installer | null | undefined): StorageHealth | null {
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
    // Where the browser does not say, the page says that it does not.
    const refresh = () => void read().catch(() => undefined);
    refresh();
    const unsubscribe = installer?.subscribe(() => {
      if (installer.getState().job.kind === 'idle') refresh();
    });
    return () => {
      isCurrent = false;
      unsubscribe?.();
    };
  }, [installer]);
  return health;
}
