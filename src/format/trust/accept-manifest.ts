import { hashBytes, type BlockHash } from '../hash.ts';
import { parseManifest, type Manifest } from '../manifest.ts';
import { requireTrusted, type Authenticity, type TrustPolicy } from './judge-manifest.ts';
import type { VerifySignature } from './verify-ed25519.ts';

/** Whom this app believes, and how it checks that. */
export interface Trust {
  readonly policy: TrustPolicy;
  readonly verify: VerifySignature;
}

/** A manifest that was read and may be used. */
export interface AcceptedManifest {
  /** Hash of the manifest's bytes: the snapshot's name. */
  readonly id: BlockHash;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  readonly authenticity: Authenticity;
}

/**
 * The one door through which manifests come in, from a host, from a file or from the device.
 *
 * @param latestIssued what the device remembers against rollback; null for a manifest that is on the
 *   device already, since a person may go back to it.
 * @throws MalformedError, UnreadableVersionError, SnapshotRefusedError
 */
export async function acceptManifest(
  bytes: Uint8Array<ArrayBuffer>,
  { policy, verify }: Trust,
  latestIssued: string | null,
): Promise<AcceptedManifest> {
  const manifest = parseManifest(bytes);
  const authenticity = await requireTrusted({
    manifestBytes: bytes,
    manifest,
    policy,
    latestIssued,
    verify,
  });
  return { id: await hashBytes(bytes), bytes, manifest, authenticity };
}

/** When an accepted snapshot was issued, where that has been verified: what rollback is judged by. */
export function verifiedIssued({ authenticity }: AcceptedManifest): string | null {
  return authenticity.kind === 'verified' ? authenticity.signed.issued : null;
}
