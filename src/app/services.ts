import { openCurrentArchive, type CurrentArchive } from '../archive/current-archive.ts';
import { openStorage, type DeviceStorage } from '../db/open-storage.ts';
import { createSnapshotHost, type SnapshotHost } from '../host/snapshot-host.ts';
import { createInstaller, type Installer } from '../sync/installer.ts';
import { mayHoldData, rememberVisit } from './first-visit.ts';
import { whenIdle } from './when-idle.ts';

/** What pages may ask for. They get it from the router's context and construct nothing. */
export interface Services {
  readonly appVersion: string;
  readonly host: SnapshotHost;
  /** The snapshot that pages read. Opened once; a failure is tried again at the next call. */
  archive(): Promise<CurrentArchive>;
  /** null where the browser stores nothing: then nothing can be installed. */
  installer(): Promise<Installer | null>;
}

export function createServices(baseUrl: string, appVersion: string): Services {
  const host = createSnapshotHost(new URL('archive/', baseUrl).href, (url, init) =>
    fetch(url, init),
  );
  const hasVisited = mayHoldData();
  const storage: Promise<DeviceStorage | null> = (hasVisited ? Promise.resolve() : whenIdle())
    .then(() => openStorage())
    .catch(() => null);
  let archive: Promise<CurrentArchive> | null = null;
  let installer: Promise<Installer | null> | null = null;

  return {
    appVersion,
    host,
    archive() {
      archive ??= openCurrentArchive({ host, storage, mayHoldData: hasVisited }).then(
        (opened) => {
          rememberVisit();
          return opened;
        },
        (error: unknown) => {
          archive = null;
          throw error;
        },
      );
      return archive;
    },
    installer() {
      installer ??= storage.then((opened) =>
        opened === null || !('locks' in navigator)
          ? null
          : createInstaller({
              host,
              storage: opened,
              locks: navigator.locks,
              channel: new BroadcastChannel('papers-with-code-2:install'),
              wait: waitFor,
              random: Math.random,
              now: () => performance.now(),
            }),
      );
      return installer;
    },
  };
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    function stop(): void {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }
    signal.addEventListener('abort', stop, { once: true });
  });
}
