import type { PackName } from '../format/manifest.ts';
import {
  acceptManifest,
  verifiedIssued,
  type AcceptedManifest,
} from '../format/trust/accept-manifest.ts';
import { PACK_NAMES } from '../format/manifest.ts';
import type { FileListener, FileSource } from './installer-state.ts';
import type { InstallerOptions } from './installer-options.ts';
import { openArchive, type BroughtSnapshot } from './open-archive.ts';

/**
 * Installs what an archive file holds, under the lock that the caller has: judged, stored and tried out
 * as an install from a host is. What breaks off stays as a paused install of that snapshot, so that its
 * blocks are kept: opening the file again passes over them, and a network could bring the rest.
 *
 * @returns the packs that the device has of it afterwards.
 * @throws what openArchive and the test throw.
 */
export async function installFromFile(
  file: FileSource,
  { onProgress, signal }: FileListener,
  { storage, trust, testSnapshot }: Pick<InstallerOptions, 'storage' | 'trust' | 'testSnapshot'>,
): Promise<readonly PackName[]> {
  const { state, active } = await storage.device.read();
  let installed: readonly PackName[] = [];

  const accept = (bytes: Uint8Array<ArrayBuffer>) =>
    acceptManifest(bytes, trust, state.latestIssued);
  const accepted = ({
    id,
    manifestBytes,
    manifest,
    authenticity,
  }: BroughtSnapshot): AcceptedManifest => ({
    id,
    bytes: manifestBytes,
    manifest,
    authenticity,
  });

  await openArchive({
    source: file.stream(),
    store: storage.blocks,
    trust: async (bytes) => (await accept(Uint8Array.from(bytes))).authenticity,
    async hold(brought) {
      const { id, bytes, ...rest } = accepted(brought);
      const issued = verifiedIssued({ id, bytes, ...rest });
      await storage.device.begin({ id, bytes, issued }, PACK_NAMES);
      await storage.device.hold({ kind: 'paused' });
    },
    async activate(brought, packs) {
      await testSnapshot(accepted(brought), packs);
      const had = active?.id === brought.id ? active.packs : [];
      installed = PACK_NAMES.filter((pack) => packs.includes(pack) || had.includes(pack));
      await storage.device.activate(brought.id, installed);
      await storage.device.cancelPending();
    },
    signal,
    onProgress: ({ doneBytes }) => onProgress(doneBytes),
  });
  return installed;
}
