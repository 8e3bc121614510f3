import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpack } from '../../../../src/format/codec.ts';
import { decodeLines } from '../../../../src/format/lines.ts';
import { parseManifest, SECTION_NAMES } from '../../../../src/format/manifest.ts';
import {
  decodeIndexEntries,
  decodeIndexLines,
  type BlockEntry,
} from '../../../../src/format/section-index.ts';
import { blockPath } from '../../../../src/format/version.ts';

/** Hashes of one block of every section, from its middle, and of every index file and dictionary. */
export async function pickFiles(snapshot: string): Promise<string[]> {
  const manifest = parseManifest(readFileSync(join(snapshot, 'snapshot.json')));
  const picked: string[] = [];
  for (const name of SECTION_NAMES) {
    const { index, entries, order, codec, dictionary } = manifest.sections[name];
    if (dictionary !== undefined) picked.push(dictionary.hash);
    let blocks: BlockEntry[];
    if (index === null) blocks = decodeIndexEntries(order, entries ?? [], name);
    else {
      picked.push(index.hash);
      const bytes = Uint8Array.from(readFileSync(join(snapshot, blockPath(index.hash))));
      const raw = await unpack(codec, bytes, index.rawBytes, name);
      blocks = decodeIndexLines(order, decodeLines(raw, name), name);
    }
    const middle = blocks[blocks.length >> 1];
    if (middle !== undefined) picked.push(middle.hash);
  }
  return picked;
}
