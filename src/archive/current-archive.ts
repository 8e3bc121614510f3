import type { StoredSnapshot } from '../db/database.ts';
import type { DeviceRecords } from '../db/device-store.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import type { SnapshotHolds } from '../db/snapshot-holds.ts';
import { MalformedError, UnreadableVersionError } from '../format/errors.ts';
import type { PackName } from '../format/manifest.ts';
import {
  acceptManifest,
  verifiedIssued,
  type AcceptedManifest,
  type Trust,
} from '../format/trust/accept-manifest.ts';
import { SnapshotRefusedError } from '../format/trust/refusal.ts';
import { isWorthRetrying } from '../host/errors.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { openArchive, type Archive } from './archive.ts';
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
  /** null in browsers without locks, which install nothing either. */
  readonly holds: SnapshotHolds | null;
  readonly trust: Trust;
  /**
   * Whether the device may hold something. When not, pages do not wait for the database: opening it
   * takes longer than the first block does. A wrong "no" costs a fetch, and nothing without a connection.
   */
  readonly mayHoldData: boolean;
  /** Told when a file of an installed pack was missing or damaged. */
  readonly onDamage: () => void;
}

/**
 * The snapshot that pages read, held for as long as this tab lives. What is installed wins, without
 * asking the network; else what the host has now; else, without a connection or when the host's is
 * refused, what was browsed last.
 *
 * @throws NoSnapshotError, UnreadableVersionError, MalformedError, HostRefusedError,
 *   SnapshotRefusedError, MirrorsFailedError
 */
export async function openCurrentArchive(options: CurrentArchiveOptions): Promise<CurrentArchive> {
  const { host, storage, holds, trust, mayHoldData } = options;
  const records = mayHoldData ? readDevice(storage) : Promise.resolve(null);
  // Asked for before it is known whether it is needed: the page has preloaded it anyway.
  const fetching = host.fetchManifest(async (bytes) =>
    acceptManifest(bytes, trust, (await records)?.state.latestIssued ?? null),
  );
  fetching.catch(() => undefined);

  if (mayHoldData) {
    const active = (await records)?.active ?? null;
    if (active !== null && active.packs.length > 0) {
      const opened = await openStored(active, options);
      if (opened !== null) return opened;
    }
  }

  let accepted: AcceptedManifest;
  try {
    accepted = await fetching;
  } catch (cause) {
    const stored = (await readDevice(storage))?.active ?? null;
    const opened = stored === null ? null : await openStored(stored, options);
    if (opened !== null) return opened;
    throw isWorthRetrying(cause) ? new NoSnapshotError({ cause }) : cause;
  }
  const store = mayHoldData
    ? ((await storage.open())?.blocks ?? null)
    : createEventualStore(storage.opened);
  void holds?.hold(accepted.id);
  void rememberBrowsed(storage, accepted);
  return { archive: openArchive({ accepted, host, store }), packs: [] };
}

/** null where there is no database, and where it fails: that must not take the app with it. */
async function readDevice(storage: StorageAccess): Promise<DeviceRecords | null> {
  return (await (await storage.open())?.device.read().catch(() => null)) ?? null;
}

/** Serves the next visit without a connection; this one goes on without it. */
async function rememberBrowsed(storage: StorageAccess, accepted: AcceptedManifest): Promise<void> {
  const { id, bytes } = accepted;
  const device = (await storage.opened)?.device;
  await device
    ?.rememberBrowsed({ id, bytes, issued: verifiedIssued(accepted) })
    .catch(() => undefined);
}

/** null when the stored manifest may not be used, or was dropped by another tab just now. */
async function openStored(
  stored: StoredSnapshot,
  { host, storage, holds, trust, onDamage }: CurrentArchiveOptions,
): Promise<CurrentArchive | null> {
  const device = await storage.open();
  await holds?.hold(stored.id);
  // Once it is held nobody drops it; before that somebody may have.
  const held = await device?.device.readSnapshot(stored.id).catch(() => null);
  if (device === null || held === null || held === undefined) return null;
  try {
    const accepted = await acceptManifest(new Uint8Array(held.manifest), trust, null);
    const { packs } = held;
    const store = device.blocks;
    const archive = openArchive({ accepted, host, store, installedPacks: packs, onDamage });
    return { archive, packs };
  } catch (error) {
    const isUnusable =
      error instanceof UnreadableVersionError ||
      error instanceof MalformedError ||
      error instanceof SnapshotRefusedError;
    if (isUnusable) return null;
    throw error;
  }
}
