import { join } from 'node:path';
import { explainFileError, InputError } from '../input-error.ts';
import { DUMP_NAMES, type DumpName } from '../report.ts';
import type { DownloadEffects } from './effects.ts';
import { fetchDump } from './fetch-dump.ts';
import { fetchListing, fileUrl } from './fetch-listing.ts';
import { LAST_DUMPS, LAST_DUMPS_DATE } from './last-dumps.ts';
import { chooseDumps, type DumpChoice, type ListedFile } from './listing.ts';
import { MirrorError } from './mirror-error.ts';

/** How a dump came to be in the folder. */
export interface DumpOnDisk {
  readonly dump: DumpName;
  readonly sha256: string;
  /** `present`: it was there before, whole. */
  readonly from: 'present' | 'fetched';
  /** Whether it is, to the byte, the one of the last public dumps. */
  readonly isLast: boolean;
}

/**
 * Brings the five dumps into a folder: lists each mirror, fetches what is missing or was left half,
 * checks sizes and sums. Sums of another snapshot than the last public one are told, not refused.
 * Without any mirror, five dumps that are there already are enough.
 *
 * @param mirrors addresses of the Hub or its mirrors, the first preferred.
 * @throws InputError saying what each mirror did; the signal's reason.
 */
export async function fetchArchive(
  folder: string,
  mirrors: readonly string[],
  effects: DownloadEffects,
): Promise<readonly DumpOnDisk[]> {
  try {
    await effects.disk.makeFolder(folder);
    return await fetchAll(folder, mirrors, effects);
  } catch (error) {
    throw explainFileError(error, `Writing to ${folder}`);
  }
}

async function fetchAll(
  folder: string,
  mirrors: readonly string[],
  effects: DownloadEffects,
): Promise<DumpOnDisk[]> {
  const { log } = effects;
  const listings = createListings(effects);
  const found: DumpOnDisk[] = [];
  for (const dump of DUMP_NAMES) {
    log.phase(dump);
    const path = dumpPath(folder, dump);
    const done = await fetchFromAny(dump, path, mirrors, listings, effects);
    log.print(describe(done));
    found.push(done);
  }
  return found;
}

/** Where a dump lies in its folder, whatever the repository calls it. */
function dumpPath(folder: string, dump: DumpName): string {
  return join(folder, `${dump}.json.gz`);
}

type Listings = (mirror: string) => Promise<Record<DumpName, DumpChoice>>;

/** Each mirror is listed once, when it is first needed. */
function createListings(effects: DownloadEffects): Listings {
  const listings = new Map<string, ReturnType<Listings>>();
  return (mirror) => {
    let listing = listings.get(mirror);
    if (listing === undefined) {
      listing = fetchListing(mirror, effects).then(chooseDumps);
      listing.catch(() => undefined);
      listings.set(mirror, listing);
    }
    return listing;
  };
}

async function fetchFromAny(
  dump: DumpName,
  path: string,
  mirrors: readonly string[],
  listings: Listings,
  effects: DownloadEffects,
): Promise<DumpOnDisk> {
  const { disk, log, signal } = effects;
  const problems: string[] = [];
  for (const mirror of mirrors) {
    signal.throwIfAborted();
    try {
      const file = chosen((await listings(mirror))[dump], mirror);
      const present = await readPresent(dump, path, file, effects);
      if (present !== null) return present;
      const { bytes } = file;
      const sha256 = file.sha256 ?? expectedSum(dump, bytes);
      const url = fileUrl(mirror, file.path);
      const fetched = await fetchDump({ url, bytes, sha256 }, path, effects);
      if (!fetched.isGzip) log.print(`${dump} is plain JSON under the name of a gzip file`);
      return {
        dump,
        sha256: fetched.sha256,
        from: 'fetched',
        isLast: isLast(dump, fetched.sha256),
      };
    } catch (error) {
      if (!(error instanceof MirrorError)) throw error;
      problems.push(error.message);
      log.print(error.message);
    }
  }
  if ((await disk.sizeOf(path)) !== null) {
    log.print(`No mirror has ${dump}; the one that is there already is taken.`);
    const sha256 = await disk.sha256(path, () => undefined);
    return { dump, sha256, from: 'present', isLast: isLast(dump, sha256) };
  }
  throw new InputError(
    `The dump ${dump} could not be fetched. ${problems.join('; ')}. What was fetched is kept: run it again later, or name another mirror with --mirror.`,
  );
}

/** The dump that is there already, if it is the one that is listed. */
async function readPresent(
  dump: DumpName,
  path: string,
  file: ListedFile,
  { disk, log }: DownloadEffects,
): Promise<DumpOnDisk | null> {
  if ((await disk.sizeOf(path)) !== file.bytes) return null;
  const expected = file.sha256 ?? expectedSum(dump, file.bytes);
  const sha256 = await disk.sha256(path, (bytes) => log.progress(bytes, file.bytes, 'bytes'));
  if (sha256 !== expected) return null;
  return { dump, sha256, from: 'present', isLast: isLast(dump, sha256) };
}

function chosen(choice: DumpChoice, mirror: string): ListedFile {
  switch (choice.kind) {
    case 'found':
      return choice.file;
    case 'missing':
      throw new MirrorError(mirror, 'does not list it', false);
    case 'ambiguous':
      throw new MirrorError(mirror, `lists several: ${choice.paths.join(', ')}`, false);
  }
}

/** The published sum, for a file of exactly the published size; null for another snapshot's. */
function expectedSum(dump: DumpName, bytes: number): string | null {
  return LAST_DUMPS[dump].bytes === bytes ? LAST_DUMPS[dump].sha256 : null;
}

function isLast(dump: DumpName, sha256: string): boolean {
  return LAST_DUMPS[dump].sha256 === sha256;
}

function describe({ dump, sha256, from, isLast }: DumpOnDisk): string {
  const how = from === 'present' ? 'was there already' : 'fetched';
  return isLast
    ? `${dump}: ${how}, as published on ${LAST_DUMPS_DATE}`
    : `${dump}: ${how}; it is not the one published on ${LAST_DUMPS_DATE} (SHA-256 ${sha256}, there ${LAST_DUMPS[dump].sha256})`;
}
