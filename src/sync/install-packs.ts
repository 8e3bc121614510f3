import type { DeviceStorage } from '../db/open-storage.ts';
import { hashBytes, type BlockHash } from '../format/hash.ts';
import { parseManifest, type PackName } from '../format/manifest.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { collectGarbage } from './collect-garbage.ts';
import { fetchBlocks } from './fetch-blocks.ts';
import { planInstall } from './plan-install.ts';
import { readNeededFiles } from './read-index.ts';

export interface InstallProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface InstallOptions {
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  /** All packs the device is to hold afterwards. */
  readonly packs: readonly PackName[];
  readonly host: SnapshotHost;
  readonly storage: DeviceStorage;
  readonly signal: AbortSignal;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly onProgress: (progress: InstallProgress) => void;
}

/**
 * Installs packs of a snapshot: remember what is wanted, plan, fetch and verify, then make the
 * snapshot active in one transaction and drop blocks that no snapshot needs. Until that transaction
 * pages read what they read before. Calling it again after any failure goes on where it stopped.
 *
 * @returns id of the snapshot, now active.
 */
export async function installPacks(options: InstallOptions): Promise<BlockHash> {
  const { manifestBytes, packs, host, storage, signal, onProgress } = options;
  const manifest = parseManifest(manifestBytes);
  const id = await hashBytes(manifestBytes);
  await storage.device.begin(id, manifestBytes, packs);

  const needed = await readNeededFiles(manifest, packs, storage.blocks, host, signal);
  const plan = planInstall(needed, await storage.blocks.readHashes());
  let doneBytes = plan.totalBytes - plan.missingBytes;
  onProgress({ doneBytes, totalBytes: plan.totalBytes });

  await fetchBlocks(plan.missing, {
    ...options,
    store: storage.blocks,
    onStored(bytes) {
      doneBytes += bytes;
      onProgress({ doneBytes, totalBytes: plan.totalBytes });
    },
  });
  signal.throwIfAborted();

  await storage.device.activate(id, packs);
  await collectGarbage(manifest, storage);
  return id;
}
