import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpack } from '../../src/format/codec.ts';
import { decodeLines } from '../../src/format/lines.ts';
import { parseManifest, type SectionName } from '../../src/format/manifest.ts';
import { decodeIndexEntries, decodeIndexLines } from '../../src/format/section-index.ts';

/** All keys of a section of order "key" of the snapshot in a folder, in their order. */
export async function readSectionKeys(folder: string, name: SectionName): Promise<string[]> {
  const manifest = parseManifest(readFileSync(join(folder, 'snapshot.json')));
  const { order, index, entries: inline, codec } = manifest.sections[name];
  const readLines = async ({ hash, rawBytes }: { hash: string; rawBytes: number }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, 'blocks', `${hash}.bin`)));
    return decodeLines(await unpack(codec, bytes, rawBytes, hash), name);
  };
  const entries =
    index === null
      ? decodeIndexEntries(order, inline ?? [], name)
      : decodeIndexLines(order, await readLines(index), name);
  const keys: string[] = [];
  for (const entry of entries) {
    for (const line of await readLines(entry)) keys.push(line.slice(0, line.indexOf('\t')));
  }
  return keys;
}
