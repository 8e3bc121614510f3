import { decodeBase64Url } from '../base64url.ts';
import type { PublicKey } from './public-key.ts';
import type { SignedBytes } from './signature.ts';

/** Tells whether a signature was made with the private half of a key. Never rejects over its input. */
export type VerifySignature = (key: PublicKey, signed: SignedBytes) => Promise<boolean>;

/** As much of `crypto.subtle` as verifying needs. */
export type VerifyingCrypto = Pick<SubtleCrypto, 'importKey' | 'verify'>;

/**
 * Verifies Ed25519 (RFC 8032) by the platform's own code. Where that does not know the algorithm
 * (Chrome before 137, Firefox before 129) it loads @noble/ed25519, which costs the others nothing.
 */
export function createVerifier(subtle: VerifyingCrypto): VerifySignature {
  return async (key, { signature, message }) => {
    const keyBytes = decodeBase64Url(key);
    if (keyBytes === null) return false;
    const platformKey = await subtle
      .importKey('raw', keyBytes, { name: 'Ed25519' }, false, ['verify'])
      .catch(() => null);
    if (platformKey !== null) {
      return subtle.verify({ name: 'Ed25519' }, platformKey, signature, message);
    }
    // Not known here, or not a point of the curve: the library tells these apart.
    const { verifyAsync } = await import('@noble/ed25519');
    return verifyAsync(signature, message, keyBytes, { zip215: false }).catch(() => false);
  };
}
