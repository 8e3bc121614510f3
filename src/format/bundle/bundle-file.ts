import type { BlockHash } from '../hash.ts';
import { fileOnHost, type HostedFile } from '../hosted-file.ts';
import {
  filesBesideBlocks,
  sectionsOfPack,
  type AnySectionName,
  type Manifest,
  type PackName,
} from '../manifest.ts';
import type { BlockEntry } from '../section-index.ts';
import { blockPath, MANIFEST_FILE } from '../version.ts';
import { TAR_BLOCK_BYTES, tarPaddingBytes } from './tar-header.ts';

/** Ending of an archive file's name. It is a tar, and any program that knows tars unpacks it. */
export const BUNDLE_ENDING = '.pwc2.tar';

/** Media type of an archive file. */
export const BUNDLE_MEDIA_TYPE = 'application/x-tar';

/** Zero blocks that end a tar. */
export const TAR_END_BLOCKS = 2;

/** A file of the host in an archive file, before its bytes are read. */
export interface BundleEntry {
  readonly hash: BlockHash;
  readonly bytes: number;
  /** What it consists of, end to end: the blocks of a volume, else the file itself. */
  readonly parts: readonly HostedFile[];
}

/** Name for an archive file of a snapshot: its day, and which packs when not all. */
export function bundleFileName(manifest: Manifest, packs: readonly PackName[]): string {
  return `papers-with-code-${manifest.date}-${packs.join('-')}${BUNDLE_ENDING}`;
}

/**
 * The files of some packs in the order of an archive file: section by section in the order of the
 * format, the index and the dictionary of each before its blocks, no file twice.
 */
export function listBundleEntries(
  manifest: Manifest,
  packs: readonly PackName[],
  indexes: ReadonlyMap<AnySectionName, readonly BlockEntry[]>,
): BundleEntry[] {
  const entries = new Map<BlockHash, BundleEntry>();
  for (const { name, section } of packs.flatMap((pack) => sectionsOfPack(manifest, pack))) {
    const listed = [...filesBesideBlocks(section), ...(indexes.get(name) ?? [])];
    for (const entry of groupByFile(listed)) {
      if (!entries.has(entry.hash)) entries.set(entry.hash, entry);
    }
  }
  return [...entries.values()];
}

/** The files that some blocks of a section are in, all of each, in their order. */
export function groupByFile(blocks: readonly HostedFile[]): BundleEntry[] {
  return blocks.flatMap((block, place) => {
    if ((block.place?.offset ?? 0) > 0) return [];
    const { hash, bytes } = fileOnHost(block);
    return [{ hash, bytes, parts: blocks.slice(place, place + (block.place?.volume.blocks ?? 1)) }];
  });
}

/** Size of the archive file, to the byte, known before it is written. */
export function bundleBytes(
  manifestBytes: Uint8Array,
  entries: readonly { readonly bytes: number }[],
): number {
  const sizes = [manifestBytes.byteLength, ...entries.map(({ bytes }) => bytes)];
  const files = sizes.reduce(
    (sum, size) => sum + TAR_BLOCK_BYTES + size + tarPaddingBytes(size),
    0,
  );
  return files + TAR_END_BLOCKS * TAR_BLOCK_BYTES;
}

/** Path of a hashed file, and of the manifest where there is no hash, within the tar. */
export function bundlePath(hash: BlockHash | null): string {
  return hash === null ? MANIFEST_FILE : blockPath(hash);
}
