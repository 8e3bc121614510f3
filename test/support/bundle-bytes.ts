import { listBundleEntries, type BundleEntry } from '../../src/format/bundle/bundle-file.ts';
import { writeBundle } from '../../src/format/bundle/write-bundle.ts';
import type { HostedFile } from '../../src/format/hosted-file.ts';
import { PACK_NAMES, SECTION_NAMES, type PackName } from '../../src/format/manifest.ts';
import { bytesOf, type MadeSnapshot } from './make-snapshot.ts';

/** Hashed files of packs of a made snapshot, in the order of an archive file. */
export function bundleEntries(
  { manifest, blocks }: MadeSnapshot,
  packs: readonly PackName[] = PACK_NAMES,
): BundleEntry[] {
  const indexes = new Map(SECTION_NAMES.map((name) => [name, blocks[name]] as const));
  return listBundleEntries(manifest, packs, indexes);
}

/** An archive file of a made snapshot, in memory. */
export async function makeBundle(
  snapshot: MadeSnapshot,
  options: {
    readonly packs?: readonly PackName[];
    readonly entries?: readonly BundleEntry[];
    readonly manifestBytes?: Uint8Array<ArrayBuffer>;
  } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const content = {
    manifestBytes: options.manifestBytes ?? snapshot.manifestBytes,
    entries: options.entries ?? bundleEntries(snapshot, options.packs),
    readPart: (part: HostedFile) => Promise.resolve(bytesOf(snapshot, part)),
  };
  for await (const piece of writeBundle(content)) pieces.push(piece);
  return joinPieces(pieces);
}

export function joinPieces(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}

/** The bytes in pieces of a size, as a stream brings them. */
export async function* inPieces(
  bytes: Uint8Array<ArrayBuffer>,
  size = 10_000,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  for (let start = 0; start < bytes.byteLength; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}
