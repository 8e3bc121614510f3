import type { DeviceStorage } from '../db/open-storage.ts';
import {
  bundleBytes,
  bundleFileName,
  listBundleEntries,
  type BundleEntry,
} from '../format/bundle/bundle-file.ts';
import { writeBundle } from '../format/bundle/write-bundle.ts';
import type { BlockHash } from '../format/hash.ts';
import {
  parseManifest,
  sectionsOfPack,
  type PackName,
  type AnySectionName,
} from '../format/manifest.ts';
import type { BlockEntry } from '../format/section-index.ts';
import { readStoredIndex } from './read-index.ts';

/** A file of an installed pack is not on the device any more: the browser has cleared it. */
export class BlockGoneError extends Error {
  override readonly name = 'BlockGoneError';
  constructor(
    /** null when it is an index, so that it is not even known what else is gone. */
    readonly hash: BlockHash | null,
  ) {
    super(
      'A part of what was installed is gone from this device, so it cannot be saved. Go online once to fetch it again, then save.',
    );
  }
}

/** Packs were to be saved that are not whole on this device. */
export class PackNotWholeError extends Error {
  override readonly name = 'PackNotWholeError';
  constructor(readonly packs: readonly PackName[]) {
    super(`Only what is installed can be saved; not installed: ${packs.join(', ')}.`);
  }
}

export interface ArchiveFilePlan {
  /** To suggest as its name. */
  readonly fileName: string;
  /** Size of the file, to the byte. */
  readonly bytes: number;
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  readonly entries: readonly BundleEntry[];
}

/**
 * What an archive file of installed packs will hold and how big it will be.
 * @throws PackNotWholeError, BlockGoneError
 */
export async function planArchiveFile(
  storage: DeviceStorage,
  packs: readonly PackName[],
): Promise<ArchiveFilePlan> {
  const { active } = await storage.device.read();
  const lacking = packs.filter((pack) => active?.packs.includes(pack) !== true);
  if (active === null || lacking.length > 0) throw new PackNotWholeError(lacking);
  const manifestBytes = new Uint8Array(active.manifest);
  const manifest = parseManifest(manifestBytes);
  const indexes = new Map<AnySectionName, readonly BlockEntry[]>();
  for (const named of packs.flatMap((pack) => sectionsOfPack(manifest, pack))) {
    const entries = await readStoredIndex(named, storage.blocks);
    if (entries === null) throw new BlockGoneError(named.section.index?.hash ?? null);
    indexes.set(named.name, entries);
  }
  const entries = listBundleEntries(manifest, packs, indexes);
  return {
    fileName: bundleFileName(manifest, packs),
    bytes: bundleBytes(manifestBytes, entries),
    manifestBytes,
    entries,
  };
}

export interface SaveArchiveOptions {
  readonly storage: DeviceStorage;
  /** Installed packs to save. */
  readonly packs: readonly PackName[];
  /** Takes the file's next bytes, a block at a time; the next come when it resolves. */
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { doneBytes: number; totalBytes: number }) => void;
}

/**
 * Writes installed packs to one file (docs/format.md, "Archive file"), a block in memory at a time, each
 * verified on its way out. Opening and closing the file is the caller's.
 *
 * @throws PackNotWholeError, BlockGoneError, HashMismatchError; the signal's reason; what `write`
 *   throws. The file is then good as far as it goes.
 */
export async function saveArchive({
  storage,
  packs,
  write,
  signal,
  onProgress,
}: SaveArchiveOptions): Promise<void> {
  const plan = await planArchiveFile(storage, packs);
  let doneBytes = 0;
  const pieces = writeBundle({
    ...plan,
    async readPart({ hash }) {
      const bytes = await storage.blocks.get(hash);
      if (bytes === null) throw new BlockGoneError(hash);
      return bytes;
    },
  });
  for await (const piece of pieces) {
    signal.throwIfAborted();
    await write(piece);
    doneBytes += piece.byteLength;
    onProgress({ doneBytes, totalBytes: plan.bytes });
  }
}
