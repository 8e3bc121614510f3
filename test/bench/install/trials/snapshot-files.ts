import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSnapshotFolder } from '../../../../src/builder/write/snapshot-folder.ts';
import type { HostedFile } from '../../../../src/format/hosted-file.ts';
import { filesBesideBlocks, SECTION_NAMES } from '../../../../src/format/manifest.ts';

/** One block of every section, from its middle, and every index file and dictionary. */
export async function pickFiles(folder: string): Promise<HostedFile[]> {
  const snapshot = await openSnapshotFolder((path) =>
    Promise.resolve(new Uint8Array(readFileSync(join(folder, path)))),
  );
  const picked: HostedFile[] = [];
  for (const name of SECTION_NAMES) {
    const section = snapshot.manifest.sections[name];
    const blocks = await snapshot.readIndex({ name, section });
    const middle = blocks[blocks.length >> 1];
    picked.push(...filesBesideBlocks(section), ...(middle === undefined ? [] : [middle]));
  }
  return picked;
}
