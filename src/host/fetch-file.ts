import { createPieceReader, type PieceReader } from '../format/piece-reader.ts';
import { HostRefusedError, HostUnreachableError } from './errors.ts';
import { createStallWatch } from './stall-watch.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FetchOptions {
  readonly fetch: Fetch;
  /** Silence, in milliseconds, after which the transfer is given up. */
  readonly stallMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly init?: RequestInit;
}

/** An answer whose body has not been read. */
export interface Answer {
  /** Whether it holds the range that was asked for; hosts may send the whole file all the same. */
  readonly isPart: boolean;
  readonly body: PieceReader;
}

const ENDED = Promise.resolve({ done: true, value: undefined } as const);

/**
 * Asks for a file and hands the answer to `read`; what that leaves of the body is not fetched.
 * @throws HostUnreachableError, HostRefusedError; what `read` throws; the signal's reason.
 */
export async function fetchFile<T>(
  url: string,
  { fetch, stallMs, signal, init }: FetchOptions,
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
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    const response = await during(fetch(url, { ...init, signal: AbortSignal.any(signals) }));
    reader = response.body?.getReader();
    refuseOther(response, url);
    const body = createPieceReader({
      next: () => (reader === undefined ? ENDED : during(reader.read())),
    });
    return await read({ isPart: response.status === 206, body });
  } finally {
    watch.end();
    // An unread body would hold the connection.
    reader?.cancel().catch(() => undefined);
  }
}

/** Refuses an answer that is not the file. */
function refuseOther({ ok, status, headers }: Response, url: string): void {
  if (!ok) {
    const retryAfter = headers.get('retry-after');
    throw new HostRefusedError(url, status, `the host answered ${status}`, retryAfter);
  }
  if (headers.get('content-type')?.startsWith('text/html') === true) {
    // Hosts of single-page apps answer every unknown path with the app's own page.
    const detail = 'the host sent a web page where a data file was expected';
    throw new HostRefusedError(url, null, detail);
  }
}
