import { useEffect, useState } from 'react';
import type { BlockHash } from '../format/hash.ts';
import type { Services } from './services.ts';

/** Id of the snapshot that this tab's pages read; null while or where none is open. */
export function useOpenSnapshot(services: Services): BlockHash | null {
  const [id, setId] = useState<BlockHash | null>(null);
  useEffect(() => {
    let isCurrent = true;
    services.archive().then(
      ({ archive }) => {
        if (isCurrent) setId(archive.id);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [services]);
  return id;
}
