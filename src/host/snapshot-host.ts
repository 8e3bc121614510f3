import { HashMismatchError } from '../format/errors.ts';
import { verifyHash } from '../format/hash.ts';
import type { HostedFile } from '../format/hosted-file.ts';
import { MAX_MANIFEST_BYTES } from '../format/limits.ts';
import { blockPath, MANIFEST_FILE } from '../format/version.ts';
import { fetchFile, type Answer, type Fetch } from './fetch-file.ts';

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
   * Fetches files that lie end to end in one volume, or one that has a file of its own, in one request,
   * and hands over each as soon as it is there and verified. A copy that has another hash is fetched
   * once more past all caches before it is refused.
   * @param rest is emptied from its front: what is left when this throws has not been handed over.
   * @throws HostUnreachableError, HostRefusedError, HashMismatchError, MirrorsFailedError; the
   *   signal's reason.
   */
  fetchRun<T extends HostedFile>(rest: T[], take: TakeFile<T>, signal?: AbortSignal): Promise<void>;
}

/** Takes a verified file, in a buffer of its own. */
export type TakeFile<T extends HostedFile> = (file: T, bytes: Uint8Array<ArrayBuffer>) => void;

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
  { fetch, stallMs = STALL_MS }: HostOptions,
): SnapshotHost {
  const base = address.endsWith('/') ? address : `${address}/`;
  const common = { fetch, stallMs };

  async function fetchOnce<T extends HostedFile>(
    rest: T[],
    take: TakeFile<T>,
    signal: AbortSignal | undefined,
    init: RequestInit,
  ): Promise<void> {
    const [first] = rest;
    if (first === undefined) return;
    const { hash, bytes } = first.place?.volume ?? first;
    const start = first.place?.offset ?? 0;
    const end = rest.reduce((sum, file) => sum + file.bytes, start);
    const options = {
      ...common,
      signal,
      init: end - start < bytes ? withRange(init, start, end) : init,
    };
    await fetchFile(base + blockPath(hash), options, async ({ isPart, body }) => {
      if (!isPart) await body.take(start, () => undefined);
      for (let [file] = rest; file !== undefined; [file] = rest) {
        const found = await body.readRest(file.bytes);
        await verifyHash(found, file.hash);
        rest.shift();
        take(file, found);
      }
    });
  }

  return {
    addresses: [base],
    async fetchManifest(accept, signal) {
      // No cache mode: `index.html` preloads this address, and the two must be one request. Of one that is
      // too long so much is read that `parseManifest` sees it.
      const read = ({ body }: Answer) => body.readRest(MAX_MANIFEST_BYTES + 1);
      return accept(await fetchFile(base + MANIFEST_FILE, { ...common, signal }, read), base);
    },
    async fetchRun(rest, take, signal) {
      try {
        await fetchOnce(rest, take, signal, {});
      } catch (error) {
        if (!(error instanceof HashMismatchError)) throw error;
        await fetchOnce(rest, take, signal, { cache: 'reload' });
      }
    },
  };
}

/** A range like this one needs no leave of a host of another origin (Fetch, "CORS-safelisted"). */
function withRange(init: RequestInit, start: number, end: number): RequestInit {
  return { ...init, headers: { range: `bytes=${start}-${end - 1}` } };
}

/** One verified file. @throws as fetchRun. */
export async function fetchHashed(
  host: Pick<SnapshotHost, 'fetchRun'>,
  file: HostedFile,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array(0);
  await host.fetchRun([file], (_, found) => (bytes = found), signal);
  return bytes;
}
