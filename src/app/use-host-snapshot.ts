import { useEffect, useState } from 'react';
import type { HostSnapshot } from '../components/offline/host-snapshot.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { readHostSnapshot } from '../sync/installer.ts';

/** What the host has now; asked again whenever the device comes online. */
export function useHostSnapshot(host: SnapshotHost): HostSnapshot {
  const [snapshot, setSnapshot] = useState<HostSnapshot>({ kind: 'asking' });
  useEffect(() => {
    const stop = new AbortController();
    async function ask(): Promise<void> {
      try {
        const { id, manifest } = await readHostSnapshot(host, stop.signal);
        if (!stop.signal.aborted) setSnapshot({ kind: 'known', id, manifest });
      } catch (error) {
        if (stop.signal.aborted) return;
        setSnapshot({
          kind: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        });
      }
    }
    void ask();
    addEventListener('online', () => void ask(), { signal: stop.signal });
    return () => stop.abort();
  }, [host]);
  return snapshot;
}
