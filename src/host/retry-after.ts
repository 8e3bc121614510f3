/** A host may ask for patience, but not for a day. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

/**
 * Reads the header `Retry-After` (RFC 9110, 10.2.3): whole seconds, or a date.
 * @param now milliseconds since 1970.
 * @returns milliseconds to wait, an hour at most; null when there is none or it cannot be read.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), MAX_RETRY_AFTER_MS);
}
