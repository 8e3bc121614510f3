import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { ensureSampleSnapshot } from '../../../scripts/project.mjs';
import { unpack } from '../../../src/format/codec.ts';
import { decodeLines } from '../../../src/format/lines.ts';
import { parseManifest, SECTION_NAMES, type SectionName } from '../../../src/format/manifest.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  type BlockEntry,
} from '../../../src/format/section-index.ts';
import { blockPath, MANIFEST_FILE } from '../../../src/format/version.ts';

export interface SampleSnapshot {
  readonly manifestBytes: Uint8Array<ArrayBuffer>;
  readonly indexes: Readonly<Record<SectionName, readonly BlockEntry[]>>;
  /** Unpacked lines of each section's first block. */
  readonly lines: Readonly<Record<SectionName, readonly string[]>>;
}

/** The sample's snapshot as the builder writes it: real records of every kind to start from. */
export async function readSampleSnapshot(): Promise<SampleSnapshot> {
  const folder = await ensureSampleSnapshot();
  const read = async (path: string) => new Uint8Array(await readFile(join(folder, path)));
  const manifestBytes = await read(MANIFEST_FILE);
  const manifest = parseManifest(manifestBytes);
  const indexes: Partial<Record<SectionName, readonly BlockEntry[]>> = {};
  const lines: Partial<Record<SectionName, readonly string[]>> = {};
  for (const name of SECTION_NAMES) {
    const { order, codec, index, entries } = manifest.sections[name];
    const readLines = async (file: { hash: string; rawBytes: number }) =>
      decodeLines(await unpack(codec, await read(blockPath(file.hash)), file.rawBytes, name), name);
    const blocks =
      index === null
        ? decodeIndexEntries(order, entries ?? [], name)
        : decodeIndexLines(order, await readLines(index), name);
    indexes[name] = blocks;
    const [first] = blocks;
    if (first === undefined) throw new Error(`The sample has no records in ${name}.`);
    lines[name] = await readLines(first);
  }
  return {
    manifestBytes,
    indexes: indexes as SampleSnapshot['indexes'],
    lines: lines as SampleSnapshot['lines'],
  };
}
