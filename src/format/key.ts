import { MAX_KEY_LENGTH } from './limits.ts';

const KEY_PATTERN = /^[\x21-\x7e]+$/;

/**
 * Whether a string may be a key of a key-ordered section: printable ASCII without blanks, at most
 * MAX_KEY_LENGTH characters. Within ASCII, JavaScript's string order is the byte order that the
 * format asks for.
 */
export function isKey(value: string): boolean {
  return value.length <= MAX_KEY_LENGTH && KEY_PATTERN.test(value);
}
