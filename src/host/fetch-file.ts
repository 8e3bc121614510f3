import { createByteReader, type ByteReader } from '../format/byte-reader.ts';
import { HostRefusedError, HostUnreachableError } from './errors.ts';
import { parseRetryAfter } from './retry-after.ts';
import { createStallWatch } from './stall-watch.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FetchOptions {
  readonly fetch: Fetch;
  /** Silence, in milliseconds, after which the transfer is given up. */
  readonly stallMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly init?: RequestInit;
}

/** An answer whose body has not been read. */
export interface Answer {
  /** Whether it holds the range that was asked for; hosts may send the whole file all the same. */
  readonly isPart: boolean;
  readonly body: ByteReader;
}

/**
 * Asks for a file and hands the answer to `read`; what that leaves of the body is not fetched.
 * @throws HostUnreachableError, HostRefusedError; what `read` throws; the signal's reason.
 */
export async function fetchFile<T>(
  url: string,
  { fetch, stallMs, now, signal, init }: FetchOptions,
  read: (answer: Answer) => Promise<T>,
): Promise<T> {
  const watch = createStallWatch(stallMs);
  const signals = signal === undefined ? [watch.signal] : [watch.signal, signal];
  /** What the network says, under our names. */
  const during = async <A>(promise: Promise<A>): Promise<A> => {
    try {
      return await watch.during(promise);
    } catch (cause) {
      signal?.throwIfAborted();
      throw new HostUnreachableError(url, { cause });
    } finally {
      watch.feed();
    }
  };
  let pieces: AsyncGenerator<Uint8Array> | null = null;
  try {
    const response = await during(fetch(url, { ...init, signal: AbortSignal.any(signals) }));
    refuseOther(response, url, now);
    pieces = piecesOf(response, during);
    const body = createByteReader(pieces, url);
    return await read({ isPart: response.status === 206, body });
  } finally {
    watch.end();
    await pieces?.return(undefined);
  }
}

async function* piecesOf(
  { body }: Response,
  during: <A>(promise: Promise<A>) => Promise<A>,
): AsyncGenerator<Uint8Array, void, void> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await during(reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    // Of what was read to its end there is nothing left to cancel.
    reader.cancel().catch(() => undefined);
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
