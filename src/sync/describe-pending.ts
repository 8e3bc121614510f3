import type { PendingInstall } from '../db/device-state.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import { packBytes } from '../format/manifest.ts';
import type { Trust } from '../format/trust/accept-manifest.ts';
import { inspectDevice } from './inspect-device.ts';
import { InstallFailedError } from './install-failed-error.ts';
import type { InstallJob, InstallProgress } from './installer-state.ts';
import { acceptStored } from './read-device.ts';

/** What to show of an install that nobody is at: how far it came, and why it is not gone on with. */
export async function describePending(
  pending: PendingInstall | null,
  storage: DeviceStorage,
  trust: Trust,
): Promise<InstallJob> {
  if (pending === null) return { kind: 'idle' };
  const { packs, hold } = pending;
  const progress = await countPending(pending, storage, trust);
  switch (hold?.kind) {
    case undefined:
      return { kind: 'preparing', packs };
    case 'paused':
      return { kind: 'paused', packs, because: 'person', progress };
    case 'storage-full':
      return { kind: 'paused', packs, because: 'storage-full', progress };
    case 'failed':
      return { kind: 'failed', packs, error: new InstallFailedError(hold.message), progress };
  }
}

/** null when the snapshot is not here any more, or may not be used. */
async function countPending(
  { snapshot, packs }: PendingInstall,
  storage: DeviceStorage,
  trust: Trust,
): Promise<InstallProgress | null> {
  const stored = await storage.device.readSnapshot(snapshot);
  const accepted = stored === null ? null : await acceptStored(stored, trust).catch(() => null);
  if (accepted === null) return null;
  const { manifest } = accepted;
  const counted = (await inspectDevice(manifest, [], storage)).stored
    .filter(({ pack }) => packs.includes(pack))
    .map(({ pack, storedBytes, totalBytes }) => ({ pack, doneBytes: storedBytes, totalBytes }));
  return {
    doneBytes: counted.reduce((sum, { doneBytes }) => sum + doneBytes, 0),
    totalBytes: packs.reduce((sum, pack) => sum + packBytes(manifest, pack), 0),
    packs: counted,
  };
}
