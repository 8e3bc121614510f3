import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openSnapshotFolder } from '../../src/builder/write/snapshot-folder.ts';
import { SECTION_NAMES } from '../../src/format/manifest.ts';

/** As many blocks of a section as a bench looks at: every n-th, so that old and new are among them. */
const BLOCKS_A_SECTION = 20;
/** What a block of abstracts holds, unpacked. */
const ABSTRACTS_BLOCK_BYTES = 400_000;
const ABSTRACTS_BLOCKS = 24;

/** Unpacked blocks of every section of a snapshot. */
export async function readSnapshotBlocks(folder: string): Promise<Uint8Array[]> {
  const snapshot = await openSnapshotFolder((path) =>
    Promise.resolve(new Uint8Array(readFileSync(join(folder, path)))),
  );
  const blocks: Uint8Array[] = [];
  for (const name of SECTION_NAMES) {
    const named = { name, section: snapshot.manifest.sections[name] };
    const dictionary = await snapshot.readDictionary(named);
    const entries = await snapshot.readIndex(named);
    const step = Math.max(1, Math.floor(entries.length / BLOCKS_A_SECTION));
    for (const entry of entries.filter((_, number) => number % step === 0)) {
      blocks.push(await snapshot.readBlock(named, entry, dictionary));
    }
  }
  return blocks;
}

/** Abstracts of the corpus as a snapshot would hold them: a JSON string a line, cut into blocks. */
export function readCorpusBlocks(file: string): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  let lines = '';
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { abstract } = JSON.parse(line) as { abstract: string };
    lines += `${JSON.stringify(abstract)}\n`;
    if (lines.length < ABSTRACTS_BLOCK_BYTES) continue;
    blocks.push(Buffer.from(lines));
    lines = '';
    if (blocks.length === ABSTRACTS_BLOCKS) break;
  }
  return blocks;
}
