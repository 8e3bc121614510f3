import { PACK_NAMES, type PackName } from '../format/manifest.ts';
import { acceptManifest, verifiedIssued } from '../format/trust/accept-manifest.ts';
import type { InstallerOptions } from './installer-options.ts';
import { createRetryGate, type Waiting } from './retry-gate.ts';

/**
 * Takes what the host has now as what is to be installed, with the packs that are installed or on their
 * way already. Fetches the manifest alone, and waits as long as waiting may help.
 *
 * @throws the signal's reason; what no host gave; SnapshotRefusedError, MalformedError,
 *   UnreadableVersionError; StorageFullError. Nothing has changed then.
 */
export async function beginInstall(
  packs: readonly PackName[],
  options: Pick<
    InstallerOptions,
    'host' | 'storage' | 'trust' | 'wait' | 'random' | 'now' | 'network'
  >,
  onWaiting: (waiting: Waiting | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const { host, storage, trust } = options;
  const gate = createRetryGate(options, onWaiting);
  const { latestIssued } = (await storage.device.read()).state;
  const accepted = await gate.run(
    () => host.fetchManifest((bytes) => acceptManifest(bytes, trust, latestIssued), signal),
    signal,
  );
  const { state, active } = await storage.device.read();
  signal.throwIfAborted();
  const wanted = new Set([...packs, ...(active?.packs ?? []), ...(state.pending?.packs ?? [])]);
  if (wanted.size === 0) return;
  const { id, bytes } = accepted;
  await storage.device.begin(
    { id, bytes, issued: verifiedIssued(accepted) },
    PACK_NAMES.filter((pack) => wanted.has(pack)),
  );
}
