import {
  openCurrentArchive,
  type CurrentArchive,
  type StorageAccess,
} from '../archive/current-archive.ts';
import type { ArchiveFiles } from '../components/offline/file-job.ts';
import type { RecentSearches } from '../db/recent-searches.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import { createSnapshotHolds, type SnapshotHolds } from '../db/snapshot-holds.ts';
import { openHost } from '../host/open-host.ts';
import { createSnapshotHost, type SnapshotHost } from '../host/snapshot-host.ts';
import type { SearchClient } from '../worker/search-client.ts';
import type { Installer } from '../sync/installer-state.ts';
import { appVersion, archiveAddresses, hasMirrors, trust } from '../settings/build-settings.ts';
import { earlyFetch } from './early-fetch.ts';
import type { Device } from './device.ts';
import { mayHoldData, rememberVisit } from './first-visit.ts';
import { whenIdle } from './when-idle.ts';

/** What pages may ask for. They get it from the router's context and construct nothing. */
export interface Services {
  readonly appVersion: string;
  readonly host: SnapshotHost;
  /** The snapshot that pages read. Opened once; a failure is tried again at the next call. */
  archive(): Promise<CurrentArchive>;
  /** Search over the snapshot that pages read. Starts its worker at the first call. */
  search(): Promise<SearchClient>;
  /** What was searched for on this device; null where the browser stores nothing. */
  recentSearches(): Promise<RecentSearches | null>;
  /** null where the browser stores nothing: then nothing can be installed. */
  installer(): Promise<Installer | null>;
  /** Saving to and opening archive files; null where nothing can be installed. */
  archiveFiles(): Promise<ArchiveFiles | null>;
}

/** @param siteUrl absolute address of the app, ending in a slash. */
export function createServices(siteUrl: string): Services {
  const addresses = archiveAddresses(siteUrl);
  const [first = siteUrl] = addresses;
  // A constant of the build: with one address, no script brings what chooses among mirrors.
  const host = hasMirrors
    ? openHost(addresses, { fetch: earlyFetch })
    : createSnapshotHost(first, { fetch: earlyFetch });
  const holds = 'locks' in navigator ? createSnapshotHolds(navigator.locks) : null;
  const hasVisited = mayHoldData();
  const device = createDeviceAccess(host, holds);
  // On a first visit the database has nothing for the page, and opening it would hold the page up.
  void (hasVisited ? Promise.resolve() : whenIdle()).then(() => device.open());
  const storage: StorageAccess = {
    open: () => device.open().then(storageOf),
    opened: device.opened.then(storageOf),
  };
  let archive: Promise<CurrentArchive> | null = null;
  let files: Promise<ArchiveFiles | null> | null = null;

  function openArchive(): Promise<CurrentArchive> {
    archive ??= openCurrentArchive({
      host,
      storage,
      holds,
      trust,
      mayHoldData: hasVisited,
      onDamage: () => void device.open().then((opened) => opened?.installer?.reportDamage()),
    }).then(
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
  }

  return {
    appVersion,
    host,
    archive: openArchive,
    search: createSearchAccess(host, openArchive, device.open),
    recentSearches: () => device.open().then((opened) => opened?.storage.recentSearches ?? null),
    installer: () => device.open().then((opened) => opened?.installer ?? null),
    archiveFiles() {
      files ??= openArchiveFiles(device.open());
      return files;
    },
  };
}

/** The device's parts, loaded and opened at the first call; `opened` follows that call. */
function createDeviceAccess(host: SnapshotHost, holds: SnapshotHolds | null) {
  let opening: Promise<Device | null> | null = null;
  let settle: (device: Device | null) => void = () => undefined;
  const opened = new Promise<Device | null>((resolve) => {
    settle = resolve;
  });
  return {
    opened,
    open(): Promise<Device | null> {
      opening ??= import('./device.ts')
        .then(({ openDevice }) => openDevice(host, holds))
        .catch(() => null);
      void opening.then(settle);
      return opening;
    },
  };
}

async function openArchiveFiles(opening: Promise<Device | null>): Promise<ArchiveFiles | null> {
  const [device, { createArchiveFiles }] = await Promise.all([
    opening,
    import('./archive-files.ts'),
  ]);
  if (device === null || device.installer === null) return null;
  return createArchiveFiles(device.storage, device.installer);
}

/** The search of the snapshot that pages read; a new one after more of it was installed. */
function createSearchAccess(
  host: SnapshotHost,
  openArchive: () => Promise<CurrentArchive>,
  openDevice: () => Promise<Device | null>,
) {
  let current: { readonly key: string; readonly client: SearchClient } | null = null;
  return async (): Promise<SearchClient> => {
    const [{ archive }, device, { startSearch }] = await Promise.all([
      openArchive(),
      openDevice(),
      import('./start-search.ts'),
    ]);
    const stored = await device?.storage.device.readSnapshot(archive.id).catch(() => null);
    const packs = stored?.packs ?? [];
    const key = `${archive.id} ${packs.join(' ')}`;
    if (current?.key === key) return current.client;
    current?.client.close();
    const { id, manifest } = archive;
    const client = startSearch({
      accepted: { id, manifest },
      addresses: host.addresses,
      packs,
      mayHoldData: device !== null,
    });
    current = { key, client };
    return client;
  };
}

function storageOf(device: Device | null): DeviceStorage | null {
  return device?.storage ?? null;
}
