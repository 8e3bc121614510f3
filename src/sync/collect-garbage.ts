import type { StoredSnapshot } from '../db/database.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import type { SnapshotHolds } from '../db/snapshot-holds.ts';
import { MalformedError, UnreadableVersionError } from '../format/errors.ts';
import type { BlockHash } from '../format/hash.ts';
import { PACK_NAMES, parseManifest, type Manifest, type PackName } from '../format/manifest.ts';
import { SnapshotRefusedError } from '../format/trust/refusal.ts';
import { readNeededFiles } from './read-index.ts';
import { unlessAborted } from './wait-for.ts';

export interface CollectGarbageOptions {
  readonly storage: DeviceStorage;
  readonly holds: SnapshotHolds;
  /** Resolves when the browser has nothing better to do. */
  readonly whenIdle: () => Promise<void>;
  /** Taken again and again while it looks for garbage, for a database that others need too. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  /** There is something to delete. */
  readonly onFound: () => void;
}

/** Blocks deleted at once: some milliseconds of work for the page. Browsers are idle for us twice a second at least. */
const SLICE_BLOCKS = 200;

/**
 * Forgets snapshots that nothing refers to any more and deletes blocks that no snapshot names, a slice
 * at a time, each when the browser is idle. A snapshot that a tab still reads stays, with its
 * blocks. Blocks kept from browsing stay when they belong to a snapshot that stays, and so does what is
 * stored while this waits for its turn. The caller holds
 * the lock of installs, so that nothing is deleted that a plan counts on.
 *
 * @returns how many blocks were deleted.
 * @throws the signal's reason; what is not deleted then is found the next time.
 */
export async function collectGarbage({
  storage,
  holds,
  whenIdle,
  pause,
  signal,
  onFound,
}: CollectGarbageOptions): Promise<number> {
  // Whoever interrupts this does not wait until a busy browser has time.
  const idle = () => unlessAborted(whenIdle(), signal);
  // What comes later may be for an update that is only being looked at, and that nothing names yet.
  const stored = await storage.blocks.readHashes(pause);
  await idle();
  const { state } = await storage.device.read();
  const named = new Set([state.active, state.previous, state.pending?.snapshot]);
  for (const { id } of await storage.device.readSnapshots()) {
    if (named.has(id)) continue;
    await holds.whenFree(id, () => storage.device.forgetSnapshots([id]));
  }

  const kept = new Set<BlockHash>();
  for (const snapshot of await storage.device.readSnapshots()) {
    await idle();
    for (const hash of await hashesOfStored(snapshot, storage)) kept.add(hash);
  }
  const garbage = [...stored].filter((hash) => !kept.has(hash));
  if (garbage.length > 0) onFound();
  for (let start = 0; start < garbage.length; start += SLICE_BLOCKS) {
    await idle();
    await storage.blocks.deleteAll(garbage.slice(start, start + SLICE_BLOCKS));
  }
  return garbage.length;
}

/** Names of all files of some packs, as far as the indexes on the device name them. */
export async function hashesOf(
  manifest: Manifest,
  packs: readonly PackName[],
  storage: DeviceStorage,
): Promise<Set<BlockHash>> {
  // A section whose index file is not here has no blocks here: the index is always read first.
  const { files } = await readNeededFiles(manifest, packs, storage.blocks);
  return new Set(files.map(({ hash }) => hash));
}

/** Nothing for a snapshot that cannot be read: then its blocks are of no use either. */
async function hashesOfStored(
  { manifest }: StoredSnapshot,
  storage: DeviceStorage,
): Promise<ReadonlySet<BlockHash>> {
  try {
    return await hashesOf(parseManifest(new Uint8Array(manifest)), PACK_NAMES, storage);
  } catch (error) {
    const isUnreadable =
      error instanceof MalformedError ||
      error instanceof UnreadableVersionError ||
      error instanceof SnapshotRefusedError;
    if (isUnreadable) return new Set();
    throw error;
  }
}
