import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/project.mjs';
import { MissingInputError } from '../bench.ts';
import { planArchiveSize, type ArchiveSize } from './archive-size.ts';
import { readCorpus } from './corpus.ts';
import { writeArchive } from './write-archive.ts';

export const SEED = '1';
const CORPUS = '../shared/corpus/papers-60k.jsonl.gz';

/**
 * Writes the dumps of a generated archive into a folder: in the format, and with the oddities, of the
 * real ones; texts mixed from real ones.
 * @throws MissingInputError when the texts to mix are not there.
 */
export async function generateArchive(
  folder: string,
  size: ArchiveSize,
  log: (line: string) => void,
): Promise<void> {
  const corpus = join(ROOT, CORPUS);
  if (!existsSync(corpus)) {
    throw new MissingInputError(`A generated archive needs the texts in ${CORPUS}: not there.`);
  }
  await writeArchive(folder, readCorpus(corpus), size, SEED, log);
}

/**
 * A generated archive with so many papers, kept under .cache until its generator changes.
 * @returns the folder of its dumps.
 */
export async function ensureGeneratedArchive(
  papers: number,
  log: (line: string) => void,
): Promise<string> {
  const parent = join(ROOT, '.cache', 'archives');
  const folder = join(parent, `${papers}-${generatorHash()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${papers}-`)) rmSync(join(parent, name), { recursive: true });
  }
  log(`making an archive of ${papers} papers ...`);
  const building = join(parent, `building-${process.pid}`);
  await generateArchive(building, planArchiveSize(papers), log);
  renameSync(building, folder);
  return folder;
}

/** Of everything that decides what is generated: this folder, and Node for its packing. */
function generatorHash(): string {
  const hash = createHash('sha256').update(process.version).update(SEED);
  for (const name of readdirSync(import.meta.dirname).toSorted()) {
    hash.update(name).update(readFileSync(join(import.meta.dirname, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
