import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  openSnapshotFolder,
  type SnapshotFolder,
} from '../../../src/builder/write/snapshot-folder.ts';
import { decodeLines } from '../../../src/format/lines.ts';
import type { Manifest, SectionName } from '../../../src/format/manifest.ts';
import type { Paper } from '../../../src/format/records/paper.ts';

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
  const snapshot = await openSnapshotFolder(
    async (path) => new Uint8Array(await readFile(join(folder, path))),
  );
  const { manifest } = snapshot;
  const papers = await sampleLines(snapshot, 'papers');
  const titles: string[] = [];
  let named = 0;
  for (const line of papers.lines) {
    const { title, authors } = JSON.parse(line) as Paper;
    if (title !== '') titles.push(title);
    named +=
      Buffer.byteLength(title) + authors.reduce((sum, name) => sum + Buffer.byteLength(name), 0);
  }
  const abstracts = await sampleLines(snapshot, 'abstracts');
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

async function sampleLines(snapshot: SnapshotFolder, name: SectionName) {
  const named = { name, section: snapshot.manifest.sections[name] };
  const dictionary = await snapshot.readDictionary(named);
  const entries = await snapshot.readIndex(named);
  const lines: string[] = [];
  for (let place = 0; place < entries.length; place += STEP) {
    const block = await snapshot.readBlock(named, entries[place]!, dictionary);
    lines.push(...decodeLines(block, name));
  }
  return { lines, factor: named.section.records / lines.length };
}
