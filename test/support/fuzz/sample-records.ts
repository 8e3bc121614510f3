import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { ensureSampleSnapshot } from '../../../scripts/project.mjs';
import { openSnapshotFolder } from '../../../src/builder/write/snapshot-folder.ts';
import { decodeLines } from '../../../src/format/lines.ts';
import { SECTION_NAMES, type SectionName } from '../../../src/format/manifest.ts';
import type { BlockEntry } from '../../../src/format/section-index.ts';

export interface SampleSnapshot {
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  readonly indexes: Readonly<Record<SectionName, readonly BlockEntry[]>>;
  /** Unpacked lines of each section's first block. */
  readonly lines: Readonly<Record<SectionName, readonly string[]>>;
}

/** The sample's snapshot as the builder writes it: real records of every kind to start from. */
export async function readSampleSnapshot(): Promise<SampleSnapshot> {
  const folder = await ensureSampleSnapshot();
  const { manifestBytes, manifest, ...snapshot } = await openSnapshotFolder(
    async (path) => new Uint8Array(await readFile(join(folder, path))),
  );
  const indexes: Partial<Record<SectionName, readonly BlockEntry[]>> = {};
  const lines: Partial<Record<SectionName, readonly string[]>> = {};
  for (const name of SECTION_NAMES) {
    const named = { name, section: manifest.sections[name] };
    const blocks = await snapshot.readIndex(named);
    indexes[name] = blocks;
    const [first] = blocks;
    if (first === undefined) throw new Error(`The sample has no records in ${name}.`);
    const dictionary = await snapshot.readDictionary(named);
    lines[name] = decodeLines(await snapshot.readBlock(named, first, dictionary), name);
  }
  return {
    manifestBytes,
    indexes: indexes as SampleSnapshot['indexes'],
    lines: lines as SampleSnapshot['lines'],
  };
}
