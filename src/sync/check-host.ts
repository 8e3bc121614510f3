import type { DeviceStorage } from '../db/open-storage.ts';
import {
  acceptManifest,
  type AcceptedManifest,
  type Trust,
} from '../format/trust/accept-manifest.ts';
import type { PackName } from '../format/manifest.ts';
import { isWorthRetrying } from '../host/errors.ts';
import { fetchHashed, type SnapshotHost } from '../host/snapshot-host.ts';
import type { DeviceContents, HostState } from './installer-state.ts';
import { planInstall } from './plan-install.ts';
import { filesOfManifest, readNeededFiles } from './read-index.ts';

export interface CheckHostOptions {
  readonly host: SnapshotHost;
  readonly storage: DeviceStorage;
  readonly trust: Trust;
}

/** Asks the host what it has, and how much of that the device lacks. Never throws. */
export async function checkHost(
  options: CheckHostOptions,
  { snapshot, packs }: DeviceContents,
): Promise<HostState> {
  const { host, storage, trust } = options;
  try {
    const { latestIssued } = (await storage.device.read()).state;
    const { accepted, from } = await host.fetchManifest(async (bytes, address) => ({
      accepted: await acceptManifest(bytes, trust, latestIssued),
      from: address,
    }));
    const { id, manifest, authenticity } = accepted;
    const isUpdate = snapshot !== null && snapshot !== id;
    const updateBytes = isUpdate ? await countUpdate(accepted, packs, options) : null;
    return { kind: 'known', id, manifest, authenticity, from, isUpdate, updateBytes };
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    return { kind: isWorthRetrying(cause) ? 'unreachable' : 'refused', error };
  }
}

/** Fetches the files that the new manifest names, which an update needs in any case. null when that fails. */
async function countUpdate(
  { manifest }: AcceptedManifest,
  packs: readonly PackName[],
  { host, storage }: CheckHostOptions,
): Promise<number | null> {
  try {
    const stored = await storage.blocks.readHashes();
    const missing = planInstall(filesOfManifest(manifest, packs), stored).missing;
    for (const file of missing) {
      await storage.blocks.putAll([{ hash: file.hash, bytes: await fetchHashed(host, file) }]);
    }
    const { files, isKnown } = await readNeededFiles(manifest, packs, storage.blocks);
    return isKnown ? planInstall(files, stored).missingBytes : null;
  } catch {
    return null;
  }
}
