import { MalformedError } from '../errors.ts';
import { isBlockHash, verifyHash, type BlockHash } from '../hash.ts';
import type { HostedFile } from '../hosted-file.ts';
import { MAX_MANIFEST_BYTES } from '../limits.ts';
import { parseManifest, type Manifest, type PackName } from '../manifest.ts';
import { SnapshotRefusedError } from '../trust/refusal.ts';
import { blockPath, MANIFEST_FILE } from '../version.ts';
import { createByteReader, type ByteReader } from './byte-reader.ts';
import { TAR_END_BLOCKS, type BundleEntry } from './bundle-file.ts';
import { expectFiles, type ExpectedFiles } from './expected-files.ts';
import { decodeTarHeader, TAR_BLOCK_BYTES, tarPaddingBytes } from './tar-header.ts';

/** A block, an index or a dictionary of an archive file. */
export type BundleFile =
  /** Read and verified. */
  | {
      readonly kind: 'read';
      readonly hash: BlockHash;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  /** Passed over, since the caller has it. */
  | { readonly kind: 'skipped'; readonly hash: BlockHash };

export interface BundleReader {
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  /** Bytes of the archive file read so far. */
  readonly position: number;
  /**
   * The blocks, indexes and dictionaries, one at a time, each named by the manifest or by an index
   * before it. May be called once. Nothing is read ahead: a caller that waits holds the stream up.
   *
   * @param isStored those that the caller has, verified: they are passed over.
   * @throws TruncatedError when the file ends early (all before that is good); MalformedError;
   *   HashMismatchError; SnapshotRefusedError of kind `mixed`.
   */
  readFiles(isStored: (hash: BlockHash) => boolean): AsyncGenerator<BundleFile, void, void>;
  /** Packs that the file holds whole, as far as it has been read. */
  wholePacks(): PackName[];
}

const WHAT = 'archive file';
/** Tars are often filled up with zeros to a multiple of 20 blocks. */
const MAX_END_BLOCKS = 20;

/**
 * Begins to read an archive file (docs/format.md, "Archive file"): its manifest, which says what it
 * is, before anything else. Memory in use is one block and one piece of the stream.
 *
 * The manifest is as untrusted as the file: judge it (trust/judge-manifest.ts) before the files are read.
 *
 * @throws TruncatedError, MalformedError, UnreadableVersionError; SnapshotRefusedError of kind `mixed`.
 */
export async function readBundle(source: AsyncIterator<Uint8Array>): Promise<BundleReader> {
  const reader = createByteReader(source, WHAT);
  const first = await readHeader(reader);
  if (first === null || first.name !== MANIFEST_FILE || first.size > MAX_MANIFEST_BYTES) {
    throw new MalformedError(WHAT, `it does not begin with a ${MANIFEST_FILE}`);
  }
  const manifestBytes = await readContents(reader, first.size);
  const manifest = parseManifest(manifestBytes);
  const expected = expectFiles(manifest);
  return {
    manifestBytes,
    manifest,
    get position() {
      return reader.position;
    },
    readFiles: (isStored) => readFiles(reader, expected, isStored),
    wholePacks: expected.wholePacks,
  };
}

async function* readFiles(
  reader: ByteReader,
  expected: ExpectedFiles,
  isStored: (hash: BlockHash) => boolean,
): AsyncGenerator<BundleFile, void, void> {
  const passed = new Set<BlockHash>();
  for (;;) {
    const header = await readHeader(reader);
    if (header === null) return;
    const hash = parseBlockPath(header.name);
    const { parts } = checkEntry(hash, header.size, expected);
    if (passed.has(hash)) throw new MalformedError(WHAT, `block ${hash} stands in it twice`);
    passed.add(hash);
    for (const part of parts) yield await readPart(part, reader, expected, isStored);
    await skipPadding(reader, header.size);
  }
}

async function readPart(
  { hash, bytes: size }: HostedFile,
  reader: ByteReader,
  expected: ExpectedFiles,
  isStored: (hash: BlockHash) => boolean,
): Promise<BundleFile> {
  const isKnown = isStored(hash);
  if (isKnown && !expected.isIndex(hash)) {
    await reader.skip(size);
    await expected.pass(hash, null);
    return { kind: 'skipped', hash };
  }
  const bytes = await reader.read(size);
  await verifyHash(bytes, hash);
  await expected.pass(hash, bytes);
  return isKnown ? { kind: 'skipped', hash } : { kind: 'read', hash, bytes };
}

/** Refuses a file before its contents are read, so that no more is read than was promised. */
function checkEntry(hash: BlockHash, size: number, expected: ExpectedFiles): BundleEntry {
  const promised = expected.find(hash);
  if (promised?.bytes === size) return promised;
  throw new SnapshotRefusedError({
    kind: 'mixed',
    part: `block ${hash} of the ${WHAT}`,
    found: `${size} bytes`,
    expected: promised === null ? 'no such block at this place' : `${promised.bytes} bytes`,
  });
}

function parseBlockPath(name: string): BlockHash {
  const hash = /^blocks\/(.+)\.bin$/.exec(name)?.[1] ?? '';
  if (isBlockHash(hash) && blockPath(hash) === name) return hash;
  throw new MalformedError(WHAT, `it holds a file "${name}"; blocks of a snapshot were expected`);
}

/** The next header, or null at the end of the tar, which is read up to the end of the stream. */
async function readHeader(reader: ByteReader) {
  const header = await reader.read(TAR_BLOCK_BYTES);
  if (!isZero(header)) return decodeTarHeader(header, WHAT);
  await reader.read(TAR_BLOCK_BYTES * (TAR_END_BLOCKS - 1)).then(expectZeros);
  const maxRest = TAR_BLOCK_BYTES * (MAX_END_BLOCKS - TAR_END_BLOCKS);
  const rest = await reader.readRest(maxRest + 1);
  expectZeros(rest);
  if (rest.byteLength > maxRest) throw new MalformedError(WHAT, 'it goes on after its end');
  return null;
}

async function readContents(reader: ByteReader, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await reader.read(size);
  await skipPadding(reader, size);
  return bytes;
}

async function skipPadding(reader: ByteReader, size: number): Promise<void> {
  expectZeros(await reader.read(tarPaddingBytes(size)));
}

function expectZeros(bytes: Uint8Array): void {
  if (!isZero(bytes)) throw new MalformedError(WHAT, 'it has data where a tar has none');
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
