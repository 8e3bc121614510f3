import { dirname, join, resolve } from 'node:path';
import { bundleBytes, listBundleEntries } from '../../format/bundle/bundle-file.ts';
import { readBundle } from '../../format/bundle/read-bundle.ts';
import { writeBundle } from '../../format/bundle/write-bundle.ts';
import { listSections, PACK_NAMES, type NamedSection } from '../../format/manifest.ts';
import type { BlockEntry } from '../../format/section-index.ts';
import type { Disk } from '../disk.ts';
import { explainFileError, InputError } from '../input-error.ts';
import type { Log } from '../log.ts';
import type { Processes } from './place-snapshot.ts';
import { openSnapshotFolder } from './snapshot-folder.ts';

export interface ArchiveFileEffects {
  readonly disk: Disk;
  readonly log: Log;
  readonly processes: Processes;
  readonly signal: AbortSignal;
}

/**
 * Writes all packs of a finished snapshot as one archive file, reads it back, and only then puts it in
 * the place of an older one.
 * @throws InputError; the reason of the signal when aborted.
 */
export async function writeArchiveFile(
  snapshot: string,
  path: string,
  { disk, log, processes, signal }: ArchiveFileEffects,
): Promise<void> {
  const target = resolve(path);
  const partial = `${target}.partial-${processes.ownId}`;
  log.phase('writing the archive file');
  try {
    if ((await disk.kind(target)) === 'folder') {
      throw new InputError(`--bundle ${path} is a folder; a name for a file was expected.`);
    }
    await disk.makeFolder(dirname(target));
    await writeFile(snapshot, partial, disk, log, signal);
    log.phase('checking the archive file');
    await checkFile(partial, disk, log, signal);
    await disk.rename(partial, target);
  } catch (error) {
    await disk.remove(partial).catch(() => undefined);
    throw explainFileError(error, `Writing --bundle ${path}`);
  }
}

async function writeFile(
  snapshot: string,
  path: string,
  disk: Disk,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const folder = await openSnapshotFolder((name) => disk.read(join(snapshot, name)));
  const { manifest, manifestBytes, readPacked } = folder;
  const indexes = new Map<NamedSection['name'], readonly BlockEntry[]>();
  for (const named of listSections(manifest)) {
    indexes.set(named.name, await folder.readIndex(named));
  }
  const entries = listBundleEntries(manifest, PACK_NAMES, indexes);
  const total = bundleBytes(manifestBytes, entries);
  const file = await disk.openSpill(path);
  let done = 0;
  try {
    for await (const piece of writeBundle({ manifestBytes, entries, readPart: readPacked })) {
      signal.throwIfAborted();
      file.append(piece);
      await file.flush();
      done += piece.byteLength;
      log.progress(done, total, 'bytes');
    }
    await file.flush(true);
  } finally {
    await file.close();
  }
}

/** Reads it as an app would. @throws Error or an error of `src/format`; either is a bug. */
async function checkFile(path: string, disk: Disk, log: Log, signal: AbortSignal): Promise<void> {
  const total = await disk.size(path);
  const reader = await readBundle(disk.stream(path)[Symbol.asyncIterator]());
  for await (const file of reader.readFiles(() => false)) {
    signal.throwIfAborted();
    if (file.kind === 'read') log.progress(reader.position, total, 'bytes');
  }
  const packs = reader.wholePacks();
  if (packs.length === PACK_NAMES.length) return;
  throw new Error(`The archive file holds ${packs.join(', ')} as a whole; all packs were expected`);
}
