import { failuresOf, HostRefusedError } from './errors.ts';

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

/**
 * The shortest time, in milliseconds, after which a host wants to be asked again; null if none says.
 * @param now when the failure came, in milliseconds since 1970.
 */
export function retryAfterMs(error: unknown, now: number): number | null {
  const times = failuresOf(error).flatMap((failure) => {
    const ms =
      failure instanceof HostRefusedError ? parseRetryAfter(failure.retryAfter, now) : null;
    return ms === null ? [] : [ms];
  });
  return times.length === 0 ? null : Math.min(...times);
}
