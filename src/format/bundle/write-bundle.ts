import { verifyHash, type BlockHash } from '../hash.ts';
import { parseManifest } from '../manifest.ts';
import { bundlePath, TAR_END_BLOCKS, type BundleEntry } from './bundle-file.ts';
import { encodeTarHeader, TAR_BLOCK_BYTES, tarPaddingBytes } from './tar-header.ts';

export interface BundleContent {
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  /** As `listBundleEntries` lists them. */
  readonly entries: readonly BundleEntry[];
  /** Bytes of a hashed file. */
  readonly readFile: (hash: BlockHash) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * An archive file (docs/format.md, "Archive file"), piece by piece: one file is in memory at a time.
 * Each is verified on its way out, so that damage on this device does not travel. The same snapshot
 * and packs give the same bytes everywhere.
 *
 * @throws HashMismatchError; MalformedError, UnreadableVersionError over the manifest; what
 *   `readFile` throws.
 */
export async function* writeBundle({
  manifestBytes,
  entries,
  readFile,
}: BundleContent): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const mtime = tarTime(parseManifest(manifestBytes).date);
  yield encodeFile(bundlePath(null), manifestBytes, mtime);
  for (const { hash } of entries) {
    const bytes = await readFile(hash);
    await verifyHash(bytes, hash);
    yield encodeFile(bundlePath(hash), bytes, mtime);
  }
  yield new Uint8Array(TAR_END_BLOCKS * TAR_BLOCK_BYTES);
}

/** A day as tar has times: seconds since 1970, none before, and 11 octal digits at most. */
function tarTime(date: string): number {
  const seconds = Date.parse(`${date}T00:00:00Z`) / 1000;
  return Math.min(Math.max(seconds, 0), 8 ** 11 - 1);
}

/** Header, contents and the zeros after them, in one piece: each piece may be a write to a disk. */
function encodeFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  mtime: number,
): Uint8Array<ArrayBuffer> {
  const size = bytes.byteLength;
  const piece = new Uint8Array(TAR_BLOCK_BYTES + size + tarPaddingBytes(size));
  piece.set(encodeTarHeader({ name, size, mtime }));
  piece.set(bytes, TAR_BLOCK_BYTES);
  return piece;
}
