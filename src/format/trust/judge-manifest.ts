import type { Manifest } from '../manifest.ts';
import type { PublicKey } from './public-key.ts';
import { SnapshotRefusedError, type Refusal } from './refusal.ts';
import { readSignature } from './signature.ts';
import type { VerifySignature } from './verify-ed25519.ts';

/** Whom an app believes. Comes from its build and never from a snapshot. */
export interface TrustPolicy {
  /** Keys of those whose snapshots are taken. With none, every snapshot is. */
  readonly keys: readonly PublicKey[];
}

/** Who signed a snapshot, as its manifest says. */
export type Signed = NonNullable<Manifest['signed']>;

/** What is known about where an accepted snapshot comes from. */
export type Authenticity =
  | { readonly kind: 'unsigned' }
  /** Signed, it says; but this app has no keys, so nobody has checked. */
  | { readonly kind: 'unchecked'; readonly signed: Signed }
  /** Signed with one of the app's keys, and checked. */
  | { readonly kind: 'verified'; readonly signed: Signed };

export type Verdict =
  | { readonly kind: 'accept'; readonly authenticity: Authenticity }
  | { readonly kind: 'refuse'; readonly refusal: Refusal };

export interface TrustQuestion {
  /** Bytes of `snapshot.json`, the signature included. */
  readonly manifestBytes: Uint8Array;
  /** The same, parsed. */
  readonly manifest: Manifest;
  readonly policy: TrustPolicy;
  /** `issued` of the newest snapshot that this device has ever verified; null before the first. */
  readonly latestIssued: string | null;
  readonly verify: VerifySignature;
}

/**
 * Whether an app takes a snapshot. An app without keys takes all and says so. One with keys takes
 * what was signed with one of them and was not issued before what the device has verified; issued at
 * the same second is not before.
 *
 * It judges the manifest alone. Everything else hangs on the hashes in it; that those fit together is
 * checked where indexes are read (`verifyIndexTotals`).
 */
export async function judgeManifest({
  manifestBytes,
  manifest,
  policy,
  latestIssued,
  verify,
}: TrustQuestion): Promise<Verdict> {
  const frame = readSignature(manifestBytes);
  const { signed } = manifest;
  if (policy.keys.length === 0) {
    const isSigned = frame !== null && signed !== undefined;
    return accept(isSigned ? { kind: 'unchecked', signed } : { kind: 'unsigned' });
  }
  if (frame === null) return refuse({ kind: 'unsigned' });
  if (signed === undefined) return refuse({ kind: 'unknown-key', by: null, key: null });
  const { by, key, issued } = signed;
  if (!policy.keys.includes(key)) return refuse({ kind: 'unknown-key', by, key });
  if (!(await verify(key, frame))) return refuse({ kind: 'bad-signature', by, key });
  // Both are of one length and order by text as by time.
  if (latestIssued !== null && issued < latestIssued) {
    return refuse({ kind: 'rollback', issued, latestIssued });
  }
  return accept({ kind: 'verified', signed });
}

/**
 * Judges a manifest for whoever has no more to say about it than that: the policy, the verifier and
 * what the device remembers are behind it. Rejects with SnapshotRefusedError.
 */
export type RequireTrusted = (
  manifestBytes: Uint8Array<ArrayBuffer>,
  manifest: Manifest,
) => Promise<Authenticity>;

/** The same for callers that go on only with an accepted snapshot. @throws SnapshotRefusedError */
export async function requireTrusted(question: TrustQuestion): Promise<Authenticity> {
  const verdict = await judgeManifest(question);
  if (verdict.kind === 'refuse') throw new SnapshotRefusedError(verdict.refusal);
  return verdict.authenticity;
}

/**
 * What a device has to remember once it has taken a snapshot, against rollback. It only grows: a
 * person may go back to an older snapshot that is still on the device, a host may not bring one.
 */
export function latestIssuedAfter(
  latestIssued: string | null,
  authenticity: Authenticity,
): string | null {
  if (authenticity.kind !== 'verified') return latestIssued;
  const { issued } = authenticity.signed;
  return latestIssued === null || issued > latestIssued ? issued : latestIssued;
}

function accept(authenticity: Authenticity): Verdict {
  return { kind: 'accept', authenticity };
}

function refuse(refusal: Refusal): Verdict {
  return { kind: 'refuse', refusal };
}
