import type { StoredSnapshot } from '../db/database.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import { MalformedError, UnreadableVersionError } from '../format/errors.ts';
import type { PackName } from '../format/manifest.ts';
import { HostRefusedError, HostUnreachableError } from '../host/errors.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { openArchive, type Archive } from './archive.ts';
import { NoSnapshotError } from './errors.ts';

export interface CurrentArchive {
  readonly archive: Archive;
  /** Packs of it that are whole on this device. */
  readonly packs: readonly PackName[];
}

/**
 * The snapshot that pages read. What is installed wins, without asking the network; else what the
 * host has now; else, without a connection, what was browsed last.
 *
 * @param storage null where the browser stores nothing.
 * @throws NoSnapshotError, UnreadableVersionError, MalformedError, HostRefusedError
 */
export async function openCurrentArchive(
  host: SnapshotHost,
  storage: DeviceStorage | null,
): Promise<CurrentArchive> {
  const store = storage?.blocks ?? null;
  // Asked for before it is known whether it is needed: the page has preloaded it anyway.
  const fetching = host.fetchManifest();
  fetching.catch(() => undefined);
  const stored = (await storage?.device.read().catch(() => null))?.active ?? null;

  if (stored !== null && stored.packs.length > 0) {
    const archive = await openStored(stored, host, storage);
    if (archive !== null) return { archive, packs: stored.packs };
  }

  let manifestBytes: Uint8Array<ArrayBuffer>;
  try {
    manifestBytes = await fetching;
  } catch (cause) {
    const isGone =
      cause instanceof HostUnreachableError ||
      (cause instanceof HostRefusedError && cause.isTemporary);
    if (!isGone) throw cause;
    const archive = stored === null ? null : await openStored(stored, host, storage);
    if (archive === null) throw new NoSnapshotError({ cause });
    return { archive, packs: [] };
  }
  const archive = await openArchive({ manifestBytes, host, store });
  // Remembering serves the next visit without a connection; this one goes on without it.
  storage?.device.rememberBrowsed(archive.id, manifestBytes).catch(() => undefined);
  return { archive, packs: [] };
}

/** null when the stored manifest is of a version that this app no longer reads. */
async function openStored(
  stored: StoredSnapshot,
  host: SnapshotHost,
  storage: DeviceStorage | null,
): Promise<Archive | null> {
  try {
    const manifestBytes = new Uint8Array(stored.manifest);
    return await openArchive({ manifestBytes, host, store: storage?.blocks ?? null });
  } catch (error) {
    if (error instanceof UnreadableVersionError || error instanceof MalformedError) return null;
    throw error;
  }
}
