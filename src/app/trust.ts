import type { TrustPolicy } from '../format/trust/judge-manifest.ts';
import { parsePublicKeys } from '../format/trust/public-key.ts';
import { createVerifier, type VerifySignature } from '../format/trust/verify-ed25519.ts';

/**
 * Whom this build of the app believes: the keys that `PWC_PUBLIC_KEYS` named when it was built; none
 * takes every snapshot. A snapshot can never change that.
 */
export const TRUST: { readonly policy: TrustPolicy; readonly verify: VerifySignature } = {
  policy: { keys: parsePublicKeys(__PUBLIC_KEYS__) },
  verify: createVerifier(crypto.subtle),
};
