/** The characters of base64url (RFC 4648, section 5), by their value. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.byteLength; start += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(start, start + 3);
    const bits = (a << 16) | (b << 8) | c;
    const digits = Math.min(4, bytes.byteLength - start + 1);
    for (let digit = 0; digit < digits; digit += 1) {
      text += ALPHABET[(bits >> (18 - 6 * digit)) & 63];
    }
  }
  return text;
}

/**
 * Bytes of unpadded base64url, or null when the text is none. Strict: the bits that the last digit
 * has too many are 0, so that no two texts stand for the same bytes.
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let bitCount = 0;
  let filled = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[filled] = (bits >> bitCount) & 0xff;
    filled += 1;
  }
  return (bits & ((1 << bitCount) - 1)) === 0 ? bytes : null;
}
