import type { BlockStore } from '../db/block-store.ts';
import { unpack, type Codec } from '../format/codec.ts';
import { MalformedError } from '../format/errors.ts';
import { hashBytes, type BlockHash } from '../format/hash.ts';
import { decodeLines } from '../format/lines.ts';
import type { PackedFile, PackName } from '../format/manifest.ts';
import { isUnreachable } from '../host/errors.ts';
import { fetchHashed, type SnapshotHost } from '../host/snapshot-host.ts';
import { NotOnDeviceError } from './errors.ts';
import type { LineCache } from './line-cache.ts';

/** A hashed file to read: a block, a section index, a dictionary. */
export interface HashedFile extends PackedFile {
  readonly codec: Codec;
  /** What a block was packed with; left out when with nothing. */
  readonly dictionary?: PackedFile | undefined;
}

/** As much of the device's store as reading needs. */
export type ReadableStore = Pick<BlockStore, 'get' | 'putAll' | 'deleteAll'>;

export interface BlockReaderOptions {
  readonly host: SnapshotHost;
  /** null where the browser stores nothing. */
  readonly store: ReadableStore | null;
  readonly cache: LineCache;
  /** Packs that should be whole in the store. */
  readonly installedPacks: readonly PackName[];
  /** Told when a file of one of them was missing or damaged. */
  readonly onDamage: () => void;
}

/**
 * The one read path: the device, then the host; what the host gave is verified and kept. A read is not
 * cancelled when its page is left: the block is small, and kept for the next one. A stored file that is
 * damaged counts as missing: it is thrown away, fetched again and kept.
 *
 * @throws NotOnDeviceError when neither the device nor the host has it; HostRefusedError,
 *   HashMismatchError, MirrorsFailedError, MalformedError.
 */
export type ReadFile<T> = (file: HashedFile, pack: PackName, what: string) => Promise<T>;

/** What the read path needs beside a memory. */
export type FileReaderOptions = Omit<BlockReaderOptions, 'cache'>;

export function createFileReader<T>(
  options: FileReaderOptions,
  decodeRaw: (raw: Uint8Array, what: string) => T,
): ReadFile<T> {
  const readDictionary = createDictionaryReader(
    createUnpackedReader(options, (raw) => raw, noDictionary),
  );
  return createUnpackedReader(options, decodeRaw, readDictionary);
}

/** The dictionary of a file, unpacked; null when it has none. */
type ReadDictionary = (
  file: HashedFile,
  pack: PackName,
  what: string,
) => Promise<Uint8Array | null>;

const noDictionary: ReadDictionary = () => Promise.resolve(null);

/** Keeps the dictionaries that were read: there are few, and every block of their section needs them. */
function createDictionaryReader(readFile: ReadFile<Uint8Array>): ReadDictionary {
  const known = new Map<BlockHash, Promise<Uint8Array>>();
  return ({ dictionary }, pack, what) => {
    if (dictionary === undefined) return Promise.resolve(null);
    const started =
      known.get(dictionary.hash) ??
      readFile({ ...dictionary, codec: 'zstd' }, pack, `dictionary of ${what}`);
    known.set(dictionary.hash, started);
    started.catch(() => known.delete(dictionary.hash));
    return started;
  };
}

function createUnpackedReader<T>(
  { host, store, installedPacks, onDamage }: FileReaderOptions,
  decodeRaw: (raw: Uint8Array, what: string) => T,
  readDictionary: ReadDictionary,
): ReadFile<T> {
  async function decode(
    file: HashedFile,
    bytes: Uint8Array<ArrayBuffer>,
    what: string,
    dictionary: Promise<Uint8Array | null>,
  ): Promise<T> {
    return decodeRaw(await unpack(file.codec, bytes, file.rawBytes, what, await dictionary), what);
  }

  async function readStored(
    file: HashedFile,
    what: string,
    dictionary: Promise<Uint8Array | null>,
  ): Promise<T | null> {
    // A database that fails while it is read (evicted, closed by the browser) must not take the
    // page with it: the host still has the block.
    const bytes = (await store?.get(file.hash).catch(() => null)) ?? null;
    if (bytes === null) return null;
    try {
      return await decode(file, bytes, what, dictionary);
    } catch (error) {
      // A whole block that cannot be read is the fault of whoever made it: another copy is no better.
      if (!(error instanceof MalformedError) || (await hashBytes(bytes)) === file.hash) throw error;
      await store?.deleteAll([file.hash]).catch(() => undefined);
      return null;
    }
  }

  async function fetchAndKeep(file: HashedFile, pack: PackName): Promise<Uint8Array<ArrayBuffer>> {
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = await fetchHashed(host, file);
    } catch (cause) {
      if (isUnreachable(cause)) throw new NotOnDeviceError(pack, { cause });
      throw cause;
    }
    // Keeping is a favour to the next visit: a full disk does not disturb this one.
    store?.putAll([{ hash: file.hash, bytes }]).catch(() => undefined);
    return bytes;
  }

  return async (file, pack, what) => {
    // Read beside the file, not after it.
    const dictionary = readDictionary(file, pack, what);
    dictionary.catch(() => undefined);
    const stored = await readStored(file, what, dictionary);
    if (stored !== null) return stored;
    if (installedPacks.includes(pack)) onDamage();
    return decode(file, await fetchAndKeep(file, pack), what, dictionary);
  };
}

/**
 * The lines of files of text, from memory or by the one read path. Reads of the same file at the same
 * time share one fetch.
 */
export type ReadLines = ReadFile<readonly string[]>;

export function createBlockReader({ cache, ...options }: BlockReaderOptions): ReadLines {
  const inFlight = new Map<BlockHash, Promise<readonly string[]>>();
  const readFile = createFileReader<readonly string[]>(options, decodeLines);

  async function read(file: HashedFile, pack: PackName, what: string): Promise<readonly string[]> {
    const lines = await readFile(file, pack, what);
    cache.set(file.hash, lines, file.rawBytes);
    return lines;
  }

  return (file, pack, what) => {
    const cached = cache.get(file.hash);
    if (cached !== undefined) return Promise.resolve(cached);
    const running = inFlight.get(file.hash);
    if (running !== undefined) return running;
    const started = read(file, pack, what).finally(() => inFlight.delete(file.hash));
    inFlight.set(file.hash, started);
    return started;
  };
}
