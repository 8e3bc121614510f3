import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { InputError, explainFileError } from './input-error.ts';
import { DUMP_NAMES, type DumpName } from './report.ts';

/** Paths of the dumps that are there. */
export type DumpPaths = Partial<Record<DumpName, string>>;

/** Names that mirrors give the dumps: with a date in front, one with a singular. */
const PATTERNS: Readonly<Record<DumpName, RegExp>> = {
  'papers-with-abstracts': /^(?:.+-)?papers-with-abstracts\.json(?:\.gz)?$/,
  'links-between-papers-and-code': /^(?:.+-)?links-between-papers?-and-code\.json(?:\.gz)?$/,
  'evaluation-tables': /^(?:.+-)?evaluation-tables\.json(?:\.gz)?$/,
  methods: /^(?:.+-)?methods\.json(?:\.gz)?$/,
  datasets: /^(?:.+-)?datasets\.json(?:\.gz)?$/,
};

/** Which dump a file is by its name, or null for none. */
export function dumpOfFile(fileName: string): DumpName | null {
  return DUMP_NAMES.find((dump) => PATTERNS[dump].test(fileName)) ?? null;
}

/**
 * Finds the dumps in a folder by their names.
 * @throws InputError when the folder is missing, two files claim one name, or neither papers nor
 *   evaluation tables are there.
 */
export async function findDumps(disk: Disk, folder: string): Promise<DumpPaths> {
  const names = await listFolder(disk, folder);
  const paths: DumpPaths = {};
  for (const dump of DUMP_NAMES) {
    const [first, second] = names.filter((name) => dumpOfFile(name) === dump);
    if (first !== undefined && second !== undefined) {
      throw new InputError(
        `Both ${first} and ${second} in ${folder} could be the dump ${dump}; keep one of them there.`,
      );
    }
    if (first !== undefined) paths[dump] = join(folder, first);
  }
  if (paths['papers-with-abstracts'] === undefined && paths['evaluation-tables'] === undefined) {
    throw new InputError(
      `${folder} holds neither papers-with-abstracts.json(.gz) nor evaluation-tables.json(.gz); at least one of them is needed.`,
    );
  }
  return paths;
}

async function listFolder(disk: Disk, folder: string): Promise<string[]> {
  try {
    const kind = await disk.kind(folder);
    if (kind === 'folder') return await disk.list(folder);
    const found = kind === 'file' ? 'is a file' : 'does not exist';
    throw new InputError(`--from ${folder} ${found}; the folder with the dumps was expected.`);
  } catch (error) {
    throw explainFileError(error, `Reading ${folder}`);
  }
}
