import type { StoredSnapshot } from '../db/database.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import { MalformedError, UnreadableVersionError } from '../format/errors.ts';
import type { PackName } from '../format/manifest.ts';
import { HostRefusedError, HostUnreachableError } from '../host/errors.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { openArchive, type Archive } from './archive.ts';
import type { ReadableStore } from './block-reader.ts';
import { createEventualStore } from './eventual-store.ts';
import { NoSnapshotError } from './errors.ts';

export interface CurrentArchive {
  readonly archive: Archive;
  /** Packs of it that are whole on this device. */
  readonly packs: readonly PackName[];
}

/** The device's storage; null where the browser stores nothing. */
export interface StorageAccess {
  /** Opens it, if nobody has yet. */
  open(): Promise<DeviceStorage | null>;
  /** Resolves when somebody has opened it. */
  readonly opened: Promise<DeviceStorage | null>;
}

export interface CurrentArchiveOptions {
  readonly host: SnapshotHost;
  readonly storage: StorageAccess;
  /**
   * Whether the device may hold something. When not, pages do not wait for the database: opening it
   * takes longer than the first block does. A wrong "no" costs a fetch, and nothing without a connection.
   */
  readonly mayHoldData: boolean;
}

/**
 * The snapshot that pages read. What is installed wins, without asking the network; else what the
 * host has now; else, without a connection, what was browsed last.
 *
 * @throws NoSnapshotError, UnreadableVersionError, MalformedError, HostRefusedError
 */
export async function openCurrentArchive({
  host,
  storage,
  mayHoldData,
}: CurrentArchiveOptions): Promise<CurrentArchive> {
  // Asked for before it is known whether it is needed: the page has preloaded it anyway.
  const fetching = host.fetchManifest();
  fetching.catch(() => undefined);
  const store = mayHoldData
    ? ((await storage.open())?.blocks ?? null)
    : createEventualStore(storage.opened);

  if (mayHoldData) {
    const installed = await readActive(storage);
    if (installed !== null && installed.packs.length > 0) {
      const archive = await openStored(installed, host, store);
      if (archive !== null) return { archive, packs: installed.packs };
    }
  }

  let manifestBytes: Uint8Array<ArrayBuffer>;
  try {
    manifestBytes = await fetching;
  } catch (cause) {
    const isGone =
      cause instanceof HostUnreachableError ||
      (cause instanceof HostRefusedError && cause.isTemporary);
    if (!isGone) throw cause;
    const stored = await readActive(storage);
    const blocks = (await storage.open())?.blocks ?? null;
    const archive = stored === null ? null : await openStored(stored, host, blocks);
    if (stored === null || archive === null) throw new NoSnapshotError({ cause });
    return { archive, packs: stored.packs };
  }
  const archive = await openArchive({ manifestBytes, host, store });
  void rememberBrowsed(storage, archive, manifestBytes);
  return { archive, packs: [] };
}

async function readActive(storage: StorageAccess): Promise<StoredSnapshot | null> {
  const read = (await storage.open())?.device.read();
  // A database that fails while it is read must not take the app with it: the host is still there.
  return (await read?.catch(() => null))?.active ?? null;
}

/** Serves the next visit without a connection; this one goes on without it. */
async function rememberBrowsed(
  storage: StorageAccess,
  archive: Archive,
  manifestBytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const remembering = (await storage.opened)?.device.rememberBrowsed(archive.id, manifestBytes);
  await remembering?.catch(() => undefined);
}

/** null when the stored manifest is of a version that this app no longer reads. */
async function openStored(
  stored: StoredSnapshot,
  host: SnapshotHost,
  store: ReadableStore | null,
): Promise<Archive | null> {
  try {
    return await openArchive({ manifestBytes: new Uint8Array(stored.manifest), host, store });
  } catch (error) {
    if (error instanceof UnreadableVersionError || error instanceof MalformedError) return null;
    throw error;
  }
}
