import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpack } from '../../../src/format/codec.ts';
import { decodeLines } from '../../../src/format/lines.ts';
import {
  filesBesideBlocks,
  listSections,
  parseManifest,
  type AnySectionName,
  type ManifestSection,
  type PackedFile,
} from '../../../src/format/manifest.ts';
import { decodeIndexEntries, decodeIndexLines } from '../../../src/format/section-index.ts';
import { blockPath, MANIFEST_FILE } from '../../../src/format/version.ts';

/** What of a section a device lacks that has the first of two snapshots and wants the second. */
export interface SectionChange {
  readonly name: AnySectionName;
  readonly blocks: number;
  readonly newBlocks: number;
  /** Of all its blocks, its index and its dictionary, in the second snapshot. */
  readonly bytes: number;
  readonly newBytes: number;
}

/**
 * Compares two snapshots, section by section, by the names of their files: a file of the same name is the same
 * file. Blocks count singly, whatever files they lie in on a host.
 */
export async function compareSnapshots(first: string, later: string): Promise<SectionChange[]> {
  const known = new Set<string>();
  for (const { files } of await listFiles(first)) for (const { hash } of files) known.add(hash);
  return (await listFiles(later)).map(({ name, files, blocks }) => {
    const isNew = ({ hash }: PackedFile) => !known.has(hash);
    return {
      name,
      blocks: blocks.length,
      newBlocks: blocks.filter(isNew).length,
      bytes: sumBytes(files),
      newBytes: sumBytes(files.filter(isNew)),
    };
  });
}

async function listFiles(folder: string) {
  const manifest = parseManifest(readFileSync(join(folder, MANIFEST_FILE)));
  return Promise.all(
    listSections(manifest).map(async ({ name, section }) => {
      const blocks = await readEntries(folder, name, section);
      return { name, blocks, files: [...filesBesideBlocks(section), ...blocks] };
    }),
  );
}

async function readEntries(folder: string, name: AnySectionName, section: ManifestSection) {
  const { order, codec, index, entries } = section;
  const what = `index of ${name}`;
  if (index === null) return decodeIndexEntries(order, entries ?? [], what);
  const packed = new Uint8Array(readFileSync(join(folder, blockPath(index.hash))));
  const lines = decodeLines(await unpack(codec, packed, index.rawBytes, what, null), what);
  return decodeIndexLines(order, lines, what);
}

function sumBytes(files: readonly PackedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
