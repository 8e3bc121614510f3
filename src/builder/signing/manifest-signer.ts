import type { Signed } from '../../format/trust/judge-manifest.ts';
import { attachSignature } from '../../format/trust/signature.ts';
import type { SigningKey } from './key-pair.ts';

/** Who signs a snapshot. */
export interface ManifestSigner {
  /** What the manifest says of it. */
  readonly signed: Signed;
  /** Puts the signature into the bytes of a manifest that says so (docs/format.md, "Signature"). */
  sign(message: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}

/**
 * @param by name to show; without one the key is the name.
 * @param issued `YYYY-MM-DDTHH:MM:SSZ`.
 */
export function createManifestSigner(
  key: SigningKey,
  by: string | null,
  issued: string,
): ManifestSigner {
  const name = by ?? `the holder of key ${key.publicKey.slice(0, 8)}`;
  return {
    signed: { by: name, key: key.publicKey, issued },
    sign: (message) => attachSignature({ signature: key.sign(message), message }),
  };
}

/** A moment as `issued` has it, cut to the second. */
export function formatInstant(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
