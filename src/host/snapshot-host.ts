import { HashMismatchError } from '../format/errors.ts';
import { verifyHash, type BlockHash } from '../format/hash.ts';
import { MAX_MANIFEST_BYTES } from '../format/limits.ts';
import { blockPath, MANIFEST_FILE } from '../format/version.ts';
import { HostRefusedError, HostUnreachableError } from './errors.ts';

/** One place that serves a snapshot: any static host, seen through `fetch`. */
export interface SnapshotHost {
  /** Address of the snapshot's folder, ending in a slash. */
  readonly baseUrl: string;
  /** Bytes of the root manifest, as the host has it now. */
  fetchManifest(signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Bytes of a hashed file, verified. A copy that has another hash is fetched once more past all
   * caches before it is refused.
   * @param bytes size that the index promises: more is not read.
   * @throws HostUnreachableError, HostRefusedError, HashMismatchError; the signal's reason.
   */
  fetchHashed(
    hash: BlockHash,
    bytes: number,
    signal?: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>>;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** @param baseUrl absolute address of the snapshot's folder. */
export function createSnapshotHost(baseUrl: string, fetch: Fetch): SnapshotHost {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;

  async function fetchVerified(hash: BlockHash, bytes: number, init: RequestInit) {
    const body = await fetchBytes(fetch, base + blockPath(hash), bytes, init);
    await verifyHash(body, hash);
    return body;
  }

  return {
    baseUrl: base,
    fetchManifest(signal) {
      // No cache mode: `index.html` preloads this address, and the two must be one request.
      return fetchBytes(fetch, base + MANIFEST_FILE, MAX_MANIFEST_BYTES, withSignal({}, signal));
    },
    async fetchHashed(hash, bytes, signal) {
      try {
        return await fetchVerified(hash, bytes, withSignal({}, signal));
      } catch (error) {
        if (!(error instanceof HashMismatchError)) throw error;
        return fetchVerified(hash, bytes, withSignal({ cache: 'reload' }, signal));
      }
    },
  };
}

function withSignal(init: RequestInit, signal: AbortSignal | undefined): RequestInit {
  return signal === undefined ? init : { ...init, signal };
}

async function fetchBytes(
  fetch: Fetch,
  url: string,
  maxBytes: number,
  init: RequestInit,
): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    init.signal?.throwIfAborted();
    throw new HostUnreachableError(url, { cause });
  }
  if (!response.ok) {
    throw new HostRefusedError(url, response.status, `the host answered ${response.status}`);
  }
  if (response.headers.get('content-type')?.startsWith('text/html') === true) {
    // Hosts of single-page apps answer every unknown path with the app's own page.
    throw new HostRefusedError(
      url,
      null,
      'the host sent a web page where a data file was expected',
    );
  }
  try {
    return await readBody(response, url, maxBytes);
  } catch (cause) {
    init.signal?.throwIfAborted();
    if (cause instanceof HostRefusedError) throw cause;
    throw new HostUnreachableError(url, { cause });
  }
}

/** Reads a body to its end, or refuses it as soon as it is longer than allowed. */
async function readBody(
  response: Response,
  url: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.byteLength;
    if (total > maxBytes) {
      await reader.cancel();
      throw new HostRefusedError(
        url,
        null,
        `the file is longer than the ${maxBytes} bytes promised`,
      );
    }
    chunks.push(value);
  }
  const body = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}
