import { HashMismatchError } from '../format/errors.ts';
import { verifyHash, type BlockHash } from '../format/hash.ts';
import { MAX_MANIFEST_BYTES } from '../format/limits.ts';
import { blockPath, MANIFEST_FILE } from '../format/version.ts';
import { fetchBytes, type Fetch } from './fetch-bytes.ts';

/** What serves a snapshot: a static host seen through `fetch`, or several with the same files. */
export interface SnapshotHost {
  /** Addresses of the snapshot's folder, each ending in a slash, in the order of the configuration. */
  readonly addresses: readonly string[];
  /**
   * Fetches the root manifest as the host has it now, and hands it to `accept` with the address it
   * came from. Where there are mirrors, the next one is asked when `accept` rejects.
   * @throws HostUnreachableError, HostRefusedError, MirrorsFailedError; what `accept` threw; the
   *   signal's reason.
   */
  fetchManifest<T>(accept: AcceptManifest<T>, signal?: AbortSignal): Promise<T>;
  /**
   * Bytes of a hashed file, verified. A copy that has another hash is fetched once more past all
   * caches before it is refused.
   * @param bytes size that the index promises: more is not read.
   * @throws HostUnreachableError, HostRefusedError, HashMismatchError, MirrorsFailedError; the
   *   signal's reason.
   */
  fetchHashed(
    hash: BlockHash,
    bytes: number,
    signal?: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>>;
}

/** Takes a manifest, or throws the reason why not. */
export type AcceptManifest<T> = (bytes: Uint8Array<ArrayBuffer>, from: string) => T | Promise<T>;

export interface HostOptions {
  readonly fetch: Fetch;
  /** Silence, in milliseconds, after which a transfer is given up. */
  readonly stallMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const STALL_MS = 15_000;

/** @param address absolute address of the snapshot's folder. */
export function createSnapshotHost(
  address: string,
  { fetch, stallMs = STALL_MS, now = Date.now }: HostOptions,
): SnapshotHost {
  const base = address.endsWith('/') ? address : `${address}/`;
  const common = { fetch, stallMs, now };

  async function fetchVerified(
    hash: BlockHash,
    maxBytes: number,
    signal: AbortSignal | undefined,
    cache?: RequestCache,
  ) {
    const options = { ...common, maxBytes, signal };
    const url = base + blockPath(hash);
    const body = await fetchBytes(url, cache === undefined ? options : { ...options, cache });
    await verifyHash(body, hash);
    return body;
  }

  return {
    addresses: [base],
    async fetchManifest(accept, signal) {
      // No cache mode: `index.html` preloads this address, and the two must be one request.
      const options = { ...common, maxBytes: MAX_MANIFEST_BYTES, signal };
      return accept(await fetchBytes(base + MANIFEST_FILE, options), base);
    },
    async fetchHashed(hash, bytes, signal) {
      try {
        return await fetchVerified(hash, bytes, signal);
      } catch (error) {
        if (!(error instanceof HashMismatchError)) throw error;
        return fetchVerified(hash, bytes, signal, 'reload');
      }
    },
  };
}
