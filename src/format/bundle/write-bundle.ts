import { verifyHash } from '../hash.ts';
import type { HostedFile } from '../hosted-file.ts';
import { parseManifest } from '../manifest.ts';
import { bundlePath, TAR_END_BLOCKS, type BundleEntry } from './bundle-file.ts';
import { encodeTarHeader, TAR_BLOCK_BYTES, tarPaddingBytes } from './tar-header.ts';

export interface BundleContent {
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  /** As `listBundleEntries` lists them. */
  readonly entries: readonly BundleEntry[];
  /** Bytes of one of their parts. */
  readonly readPart: (part: HostedFile) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * An archive file (docs/format.md, "Archive file"), piece by piece: one part of a file is in memory at a
 * time. Each is verified on its way out, so that damage on this device does not travel. The same snapshot
 * and packs give the same bytes everywhere.
 *
 * @throws HashMismatchError; MalformedError, UnreadableVersionError over the manifest; what
 *   `readPart` throws.
 */
export async function* writeBundle({
  manifestBytes,
  entries,
  readPart,
}: BundleContent): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const mtime = tarTime(parseManifest(manifestBytes).date);
  const { byteLength } = manifestBytes;
  const head = encodeTarHeader({ name: bundlePath(null), size: byteLength, mtime });
  yield framed(head, manifestBytes, tarPaddingBytes(byteLength));
  for (const { hash, bytes: size, parts } of entries) {
    const header = encodeTarHeader({ name: bundlePath(hash), size, mtime });
    for (const [place, part] of parts.entries()) {
      const bytes = await readPart(part);
      await verifyHash(bytes, part.hash);
      const isLast = place === parts.length - 1;
      yield framed(place === 0 ? header : null, bytes, isLast ? tarPaddingBytes(size) : 0);
    }
  }
  yield new Uint8Array(TAR_END_BLOCKS * TAR_BLOCK_BYTES);
}

/** A day as tar has times: seconds since 1970, none before, and 11 octal digits at most. */
function tarTime(date: string): number {
  const seconds = Date.parse(`${date}T00:00:00Z`) / 1000;
  return Math.min(Math.max(seconds, 0), 8 ** 11 - 1);
}

/** Header, bytes and the zeros after them in one piece: each piece may be a write to a disk. */
function framed(
  header: Uint8Array | null,
  bytes: Uint8Array<ArrayBuffer>,
  zeros: number,
): Uint8Array<ArrayBuffer> {
  const start = header?.byteLength ?? 0;
  const piece = new Uint8Array(start + bytes.byteLength + zeros);
  if (header !== null) piece.set(header);
  piece.set(bytes, start);
  return piece;
}
