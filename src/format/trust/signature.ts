import { decodeBase64Url, encodeBase64Url } from '../base64url.ts';

/** Bytes of an Ed25519 signature (RFC 8032). */
export const SIGNATURE_BYTES = 64;

const SIGNATURE_DIGITS = 86;
const BEFORE = '{"signature":"';
const AFTER = '",';
const PREFIX_LENGTH = BEFORE.length + SIGNATURE_DIGITS + AFTER.length;
const BRACE = 0x7b;

export interface SignedBytes {
  readonly signature: Uint8Array<ArrayBuffer>;
  /** What was signed: the same file without its signature. */
  readonly message: Uint8Array<ArrayBuffer>;
}

/**
 * Takes the signature off the bytes of a root manifest (docs/format.md, "Signature"). Looks at bytes
 * alone: whether the rest is a manifest, and whether the signature is right, is for others to say.
 *
 * @returns null when the bytes do not begin as a signed manifest does.
 */
export function readSignature(bytes: Uint8Array): SignedBytes | null {
  if (bytes.byteLength <= PREFIX_LENGTH) return null;
  // Each byte becomes one character, so nothing but the very bytes of the prefix can match.
  const prefix = String.fromCharCode(...bytes.subarray(0, PREFIX_LENGTH));
  if (!prefix.startsWith(BEFORE) || !prefix.endsWith(AFTER)) return null;
  const signature = decodeBase64Url(prefix.slice(BEFORE.length, -AFTER.length));
  if (signature === null) return null;
  const message = new Uint8Array(bytes.byteLength - PREFIX_LENGTH + 1);
  message[0] = BRACE;
  message.set(bytes.subarray(PREFIX_LENGTH), 1);
  return { signature, message };
}

/**
 * Puts a signature before the rest of the message that it signs.
 * @throws RangeError when the signature has another size or the message is not a JSON object with
 *   at least one member, written without a blank after its brace.
 */
export function attachSignature({ signature, message }: SignedBytes): Uint8Array<ArrayBuffer> {
  if (signature.byteLength !== SIGNATURE_BYTES) {
    throw new RangeError(`A signature of ${SIGNATURE_BYTES} bytes was expected.`);
  }
  if (message[0] !== BRACE || message[1] !== 0x22) {
    throw new RangeError('A manifest that begins with {" was expected.');
  }
  const prefix = new TextEncoder().encode(BEFORE + encodeBase64Url(signature) + AFTER);
  const bytes = new Uint8Array(prefix.byteLength + message.byteLength - 1);
  bytes.set(prefix);
  bytes.set(message.subarray(1), prefix.byteLength);
  return bytes;
}
