import { encodeBase64Url } from '../../src/format/base64url.ts';
import type { PublicKey } from '../../src/format/trust/public-key.ts';
import { attachSignature } from '../../src/format/trust/signature.ts';
import { getPublicKeyAsync, signAsync } from '@noble/ed25519';
import type { MadeSnapshot } from './make-snapshot.ts';

/** A signer for tests: the same number is the same key. */
export interface TestSigner {
  readonly key: PublicKey;
  /** Bytes of the manifest, naming the signer and signed. */
  sign(snapshot: Pick<MadeSnapshot, 'manifest'>, issued?: string): Promise<Uint8Array<ArrayBuffer>>;
  /** A signature over any bytes. */
  signBytes(message: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

export async function createTestSigner(number = 1, by = 'Test Archive'): Promise<TestSigner> {
  const secret = new Uint8Array(32).fill(number);
  const key = encodeBase64Url(await getPublicKeyAsync(secret)) as PublicKey;
  const signBytes = async (message: Uint8Array) => new Uint8Array(await signAsync(message, secret));
  return {
    key,
    signBytes,
    async sign({ manifest }, issued = '2025-08-01T00:00:00Z') {
      const signed = { ...manifest, signed: { by, key, issued } };
      const message = new TextEncoder().encode(JSON.stringify(signed));
      return attachSignature({ signature: await signBytes(message), message });
    },
  };
}
