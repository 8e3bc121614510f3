import type { RecordSectionName } from '../format/manifest.ts';
import { FORMAT_VERSION } from '../format/version.ts';
import type { ArchiveContent } from './archive-content.ts';
import { DUMP_NAMES, type DumpFindings, type DumpName, type Reports } from './report.ts';
import { statisticsOf } from './write/block-statistics.ts';
import type { WrittenSection } from './write/section-writer.ts';
import type { WrittenRecords } from './write/write-records.ts';

/** A record that had to be made smaller to fit into a block. */
export interface ShrunkRecord {
  readonly section: RecordSectionName;
  readonly key: string;
}

/**
 * The content of report.json: what was read, kept, merged, repaired and dropped, and what came of it.
 * Nothing of the machine or the hour is in it, so that the same dumps give the same report.
 */
export function makeReport(
  content: ArchiveContent,
  reports: Reports,
  written: WrittenRecords,
  shrunk: readonly ShrunkRecord[],
) {
  return {
    format: FORMAT_VERSION,
    date: content.snapshotDate,
    counts: written.counts,
    dumps: Object.fromEntries(DUMP_NAMES.map((name) => [name, reports[name].findings()])) as Record<
      DumpName,
      DumpFindings
    >,
    joins: content.joined.counts,
    boardCollisions: content.collisions,
    shrunk,
    sections: Object.fromEntries(
      Object.entries(written.sections).map(([name, section]) => [name, describeSection(section)]),
    ),
  };
}

function describeSection({ section, rawBytes, blockBytes }: WrittenSection) {
  return {
    pack: section.pack,
    records: section.records,
    blocks: section.blocks,
    bytes: section.bytes,
    rawBytes,
    indexBytes: section.index?.bytes ?? 0,
    blockBytes: statisticsOf(blockBytes),
  };
}
