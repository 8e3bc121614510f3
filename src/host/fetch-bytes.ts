import { HostRefusedError, HostUnreachableError } from './errors.ts';
import { parseRetryAfter } from './retry-after.ts';
import { createStallWatch, type StallWatch } from './stall-watch.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FetchBytesOptions {
  readonly fetch: Fetch;
  /** More is not read. */
  readonly maxBytes: number;
  /** Silence, in milliseconds, after which the transfer is given up. */
  readonly stallMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  readonly cache?: RequestCache;
}

/**
 * Fetches a file.
 * @throws HostUnreachableError, HostRefusedError; the signal's reason.
 */
export async function fetchBytes(
  url: string,
  { fetch, maxBytes, stallMs, now, signal, cache }: FetchBytesOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const watch = createStallWatch(stallMs);
  const signals = signal === undefined ? [watch.signal] : [watch.signal, signal];
  const init: RequestInit = { signal: AbortSignal.any(signals) };
  if (cache !== undefined) init.cache = cache;
  try {
    const response = await watch.during(fetch(url, init));
    refuseOther(response, url, now);
    return await readBody(response, url, maxBytes, watch);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof HostRefusedError) throw cause;
    throw new HostUnreachableError(url, { cause });
  } finally {
    watch.end();
  }
}

/** Refuses an answer that is not the file. */
function refuseOther(response: Response, url: string, now: () => number): void {
  const { ok, status, headers } = response;
  if (!ok) {
    // An unread body would hold the connection.
    response.body?.cancel().catch(() => undefined);
    const retryAfter = parseRetryAfter(headers.get('retry-after'), now());
    throw new HostRefusedError(url, status, `the host answered ${status}`, retryAfter);
  }
  if (headers.get('content-type')?.startsWith('text/html') === true) {
    // Hosts of single-page apps answer every unknown path with the app's own page.
    response.body?.cancel().catch(() => undefined);
    const detail = 'the host sent a web page where a data file was expected';
    throw new HostRefusedError(url, null, detail);
  }
}

/** Reads a body to its end, or refuses it as soon as it is longer than allowed. */
async function readBody(
  response: Response,
  url: string,
  maxBytes: number,
  watch: StallWatch,
): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await watch.during(reader.read());
      if (done) break;
      watch.feed();
      total += value.byteLength;
      if (total > maxBytes) {
        const detail = `the file is longer than the ${maxBytes} bytes promised`;
        throw new HostRefusedError(url, null, detail);
      }
      chunks.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error;
  }
  const body = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}
