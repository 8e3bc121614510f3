import * as v from 'valibot';
import { decodeBase64Url } from '../base64url.ts';

/** An Ed25519 public key (RFC 8032): its 32 bytes as 43 digits of base64url. */
export type PublicKey = string & { readonly __brand: 'PublicKey' };

const PUBLIC_KEY_BYTES = 32;

export function isPublicKey(value: string): value is PublicKey {
  return value.length === 43 && decodeBase64Url(value)?.byteLength === PUBLIC_KEY_BYTES;
}

/** A public key within JSON. */
export const PublicKeySchema = v.custom<PublicKey>(
  (value) => typeof value === 'string' && isPublicKey(value),
  'a public key of 43 base64url digits was expected',
);

/**
 * The keys of a list such as a setting holds: separated by commas, blanks or line breaks; empty for
 * none.
 * @throws TypeError naming the first item that is no key.
 */
export function parsePublicKeys(text: string): PublicKey[] {
  const items = text.split(/[\s,]+/).filter((item) => item !== '');
  return items.map((item) => {
    if (isPublicKey(item)) return item;
    throw new TypeError(
      `"${item}" is no public key; 43 digits of base64url were expected, as \`npm run keys\` prints them.`,
    );
  });
}
