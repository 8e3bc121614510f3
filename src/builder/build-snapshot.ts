import { join } from 'node:path';
import type { Manifest } from '../format/manifest.ts';
import { FORMAT_VERSION, MANIFEST_FILE, SNAPSHOT_MAGIC } from '../format/version.ts';
import { planContent, type ArchiveContent } from './archive-content.ts';
import type { BuildArguments } from './arguments.ts';
import type { Disk, Spill } from './disk.ts';
import { findDumps, type DumpPaths } from './find-dumps.ts';
import { gatherDumps, type GatherEffects } from './gather-dumps.ts';
import { explainFileError } from './input-error.ts';
import { joinPapers } from './join-papers.ts';
import type { Log } from './log.ts';
import { makeReport, type ShrunkRecord } from './make-report.ts';
import { createReports, type Reports } from './report.ts';
import type { ManifestSigner } from './signing/manifest-signer.ts';
import { planSnapshotDate } from './snapshot-date.ts';
import type { Workshop } from './workshop.ts';
import { checkSnapshot } from './write/check-snapshot.ts';
import type { SearchIndexer } from './search/search-indexer.ts';
import { applyPlace, preparePlace, type Processes } from './write/place-snapshot.ts';
import { writeRecords, type WrittenRecords } from './write/write-records.ts';

/** Everything outside that a build touches. */
export interface BuildEffects {
  readonly disk: Disk;
  readonly log: Log;
  readonly workshop: Workshop;
  readonly indexer: SearchIndexer;
  readonly processes: Processes;
  /** Aborting it ends the build; nothing of it stays behind. */
  readonly signal: AbortSignal;
}

export interface BuiltSnapshot {
  readonly manifest: Manifest;
  readonly reports: Reports;
  readonly written: WrittenRecords;
}

export interface BuildOrder extends Pick<BuildArguments, 'from' | 'to' | 'date'> {
  /** Who signs the snapshot; nobody when left out. */
  readonly signer?: ManifestSigner | null;
}

const LICENCE = 'CC BY-SA 4.0';
const ATTRIBUTION =
  'Papers with Code (paperswithcode.com), data as of its last public dumps; arXiv metadata CC0';

/** Name of the report within a snapshot. */
const REPORT_FILE = 'report.json';
const SPILL_FILE = 'papers.spill';

/**
 * Builds a snapshot from a folder of dumps. The old one at `to` stands until the new one is whole,
 * read back and checked.
 * @throws InputError for what the person can put right; the reason of the signal when aborted.
 */
export async function buildSnapshot(
  { from, to, date, signer = null }: BuildOrder,
  effects: BuildEffects,
): Promise<BuiltSnapshot> {
  const { disk, log, processes, signal } = effects;
  const paths = await findDumps(disk, from);
  const place = await preparePlace(disk, from, to, processes);
  try {
    const built = await buildInto(place.partial, paths, { date, signer }, effects);
    log.phase('checking');
    const manifest = await checkSnapshot(disk, place.partial, log, signal);
    signal.throwIfAborted();
    await applyPlace(disk, place, processes);
    return { ...built, manifest };
  } catch (error) {
    await disk.remove(place.partial);
    throw explainFileError(error, `Writing the snapshot at ${to}`);
  }
}

/** What the person says of the snapshot rather than the dumps. */
interface Stamp {
  readonly date: string | null;
  readonly signer: ManifestSigner | null;
}

async function buildInto(
  folder: string,
  paths: DumpPaths,
  stamp: Stamp,
  effects: BuildEffects,
): Promise<Omit<BuiltSnapshot, 'manifest'>> {
  const { disk } = effects;
  const spillPath = join(folder, SPILL_FILE);
  const spill = await disk.openSpill(spillPath);
  try {
    return await buildWith(spill, folder, paths, stamp, effects);
  } finally {
    await spill.close();
    await disk.remove(spillPath);
  }
}

async function buildWith(
  spill: Spill,
  folder: string,
  paths: DumpPaths,
  { date, signer }: Stamp,
  { disk, log, workshop, indexer, signal }: BuildEffects,
): Promise<Omit<BuiltSnapshot, 'manifest'>> {
  const reports = createReports();
  const content = await readContent(paths, date, reports, { disk, log, signal, spill, workshop });
  const shrunk: ShrunkRecord[] = [];
  const write = (path: string, bytes: Uint8Array) => disk.write(join(folder, path), bytes);
  const output = {
    packer: workshop,
    write,
    onShrunk: (section: ShrunkRecord['section'], key: string) => shrunk.push({ section, key }),
  };
  const written = await writeRecords(content, output, indexer, log, signal);
  const report = makeReport(content, reports, written, shrunk);
  await write(REPORT_FILE, encodeJson(report));
  await write(
    MANIFEST_FILE,
    encodeManifest(makeManifest(content.snapshotDate, written, signer), signer),
  );
  return { reports, written };
}

/** The archive joined and ranked. What was only needed to join is let go of with this function's end. */
async function readContent(
  paths: DumpPaths,
  givenDate: string | null,
  reports: Reports,
  effects: GatherEffects,
): Promise<ArchiveContent> {
  const gathered = await gatherDumps(paths, reports, effects);
  effects.log.phase('joining papers');
  const rowDates = gathered.boards.flatMap(({ rows }) => rows.map((row) => row.date));
  const date = givenDate ?? planSnapshotDate([...gathered.papers.store.dates(), ...rowDates]);
  const joined = joinPapers(gathered, date, reports);
  await effects.spill.flush(true);
  return planContent(gathered, joined, date);
}

function makeManifest(
  date: string,
  { counts, sections, search }: WrittenRecords,
  signer: ManifestSigner | null,
) {
  return {
    magic: SNAPSHOT_MAGIC,
    version: FORMAT_VERSION,
    date,
    ...(signer === null ? {} : { signed: signer.signed }),
    licence: LICENCE,
    attribution: ATTRIBUTION,
    counts,
    ...(search !== undefined && { search }),
    sections: Object.fromEntries(
      Object.entries(sections).map(([name, { section }]) => [name, section]),
    ),
  };
}

/** On one line: the index entries in it would be most of its bytes if each had lines of its own. */
function encodeManifest(value: unknown, signer: ManifestSigner | null): Uint8Array {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  return signer === null ? bytes : signer.sign(bytes);
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}
