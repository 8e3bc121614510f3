import { useEffect, useState } from 'react';
import type { Services } from './services.ts';

/** Day that the shown snapshot describes, or null while or where none can be read. */
export function useSnapshotDate(services: Services): string | null {
  const [date, setDate] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    services.archive().then(
      ({ archive }) => {
        if (isCurrent) setDate(archive.manifest.date);
      },
      // The page itself says what is wrong; the footer just leaves the date out.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [services]);
  return date;
}
