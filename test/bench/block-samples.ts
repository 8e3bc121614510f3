import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unpack } from '../../src/format/codec.ts';
import { decodeLines } from '../../src/format/lines.ts';
import { SECTION_NAMES, parseManifest } from '../../src/format/manifest.ts';
import { decodeSectionIndex } from '../../src/format/section-index.ts';

/** As many blocks of a section as a bench looks at: every n-th, so that old and new are among them. */
const BLOCKS_A_SECTION = 20;
/** What a block of abstracts holds, unpacked. */
const ABSTRACTS_BLOCK_BYTES = 400_000;
const ABSTRACTS_BLOCKS = 24;

/** Unpacked blocks of every section of a snapshot. */
export function readSnapshotBlocks(folder: string): Uint8Array[] {
  const manifest = parseManifest(readFileSync(join(folder, 'snapshot.json')));
  const read = (hash: string, rawBytes: number) =>
    unpack(manifest.codec, readFileSync(join(folder, 'blocks', `${hash}.bin`)), rawBytes, hash);
  return SECTION_NAMES.flatMap((name) => {
    const { order, index } = manifest.sections[name];
    const entries = decodeSectionIndex(
      order,
      decodeLines(read(index.hash, index.rawBytes), name),
      name,
    );
    const step = Math.max(1, Math.floor(entries.length / BLOCKS_A_SECTION));
    return entries
      .filter((_, number) => number % step === 0)
      .map(({ hash, rawBytes }) => read(hash, rawBytes));
  });
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
