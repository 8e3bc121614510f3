import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpack } from '../../../src/format/codec.ts';
import { decodeLines } from '../../../src/format/lines.ts';
import { parseManifest, type Manifest, type SectionName } from '../../../src/format/manifest.ts';
import type { Paper } from '../../../src/format/records/paper.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  type BlockEntry,
} from '../../../src/format/section-index.ts';
import { blockPath, MANIFEST_FILE } from '../../../src/format/version.ts';

/** Every so many blocks are read; the rest is taken to be like them. */
const STEP = 8;

export interface SnapshotTexts {
  readonly manifest: Manifest;
  readonly titles: readonly string[];
  /** Bytes of titles, authors and abstracts in UTF-8, estimated from every eighth block. */
  readonly textBytes: number;
}

/** Titles to make queries of, and how much text there is. */
export async function readSnapshotTexts(folder: string): Promise<SnapshotTexts> {
  const manifest = parseManifest(await readFile(join(folder, MANIFEST_FILE)));
  const papers = await sampleLines(folder, manifest, 'papers');
  const titles: string[] = [];
  let named = 0;
  for (const line of papers.lines) {
    const { title, authors } = JSON.parse(line) as Paper;
    if (title !== '') titles.push(title);
    named +=
      Buffer.byteLength(title) + authors.reduce((sum, name) => sum + Buffer.byteLength(name), 0);
  }
  const abstracts = await sampleLines(folder, manifest, 'abstracts');
  let written = 0;
  for (const line of abstracts.lines) {
    written += Buffer.byteLength((JSON.parse(line) as string | null) ?? '');
  }
  return {
    manifest,
    titles,
    textBytes: Math.round(named * papers.factor + written * abstracts.factor),
  };
}

async function sampleLines(folder: string, manifest: Manifest, name: SectionName) {
  const section = manifest.sections[name];
  const { codec, order, index, entries: inline, records } = section;
  const readRaw = async (
    file: Pick<BlockEntry, 'hash' | 'rawBytes'>,
    dictionary?: Uint8Array,
  ): Promise<Uint8Array> => {
    const packed = new Uint8Array(await readFile(join(folder, blockPath(file.hash))));
    return unpack(codec, packed, file.rawBytes, name, dictionary);
  };
  const dictionary =
    section.dictionary === undefined ? undefined : await readRaw(section.dictionary);
  const read = async (entry: BlockEntry): Promise<string[]> =>
    decodeLines(await readRaw(entry, dictionary), name);
  const entries =
    index === null
      ? decodeIndexEntries(order, inline ?? [], name)
      : decodeIndexLines(order, decodeLines(await readRaw(index), name), name);
  const lines: string[] = [];
  for (let place = 0; place < entries.length; place += STEP)
    lines.push(...(await read(entries[place]!)));
  return { lines, factor: records / lines.length };
}
