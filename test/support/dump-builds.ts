import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type * as v from 'valibot';
import { buildSnapshot, type BuildEffects } from '../../src/builder/build-snapshot.ts';
import { silentLog } from '../../src/builder/log.ts';
import type { makeReport } from '../../src/builder/make-report.ts';
import { nodeDisk } from '../../src/builder/node-disk.ts';
import { createLocalIndexer } from '../../src/builder/search/search-indexer.ts';
import type { ManifestSigner } from '../../src/builder/signing/manifest-signer.ts';
import { openSnapshotFolder } from '../../src/builder/write/snapshot-folder.ts';
import { createLocalWorkshop } from '../../src/builder/workshop.ts';
import { decodeLines, splitKeyedLine } from '../../src/format/lines.ts';
import { RECORD_SECTIONS, type RecordSectionName } from '../../src/format/manifest.ts';
import type { RECORD_SCHEMAS } from '../../src/format/records/record-schemas.ts';

/** What the records of each section are. */
export type SectionRecords = {
  readonly [Name in RecordSectionName]: v.InferOutput<(typeof RECORD_SCHEMAS)[Name]>;
};

/** Dumps by name without ending: values become JSON, strings and bytes are written as they are. */
export type DumpContents = Record<string, unknown>;

/** Runs `use` with an empty folder of its own that is gone afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pwc2-builder-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function writeDumps(
  folder: string,
  dumps: DumpContents,
  options: { gzip?: boolean } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(dumps)) {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    const bytes = isRaw ? Buffer.from(content) : Buffer.from(JSON.stringify(content));
    const file = name.includes('.') ? name : `${name}.json${options.gzip === true ? '.gz' : ''}`;
    await writeFile(join(folder, file), options.gzip === true ? gzipSync(bytes) : bytes);
  }
}

/** Builds with the real disk, packing quickly in this thread. */
export async function build(
  from: string,
  to: string,
  options: { date?: string; signer?: ManifestSigner | null } & Partial<BuildEffects> = {},
) {
  const workshop = await createLocalWorkshop(1);
  return buildSnapshot(
    { from, to, date: options.date ?? null, signer: options.signer ?? null },
    {
      disk: nodeDisk,
      log: silentLog,
      workshop,
      indexer: createLocalIndexer(),
      processes: { ownId: 4_000_001, isAlive: () => false },
      signal: new AbortController().signal,
      ...options,
    },
  );
}

/** All records of a section with their keys, read as an app would. */
export async function readSection<N extends RecordSectionName>(
  snapshot: string,
  name: N,
): Promise<{ key: string; record: SectionRecords[N] }[]> {
  const folder = await openSnapshotFolder((path) => readBytes(join(snapshot, path)));
  const { order } = RECORD_SECTIONS[name];
  const section = folder.manifest.sections[name];
  if (section === undefined) return [];
  const named = { name, section };
  const dictionary = await folder.readDictionary(named);
  const blocks: Uint8Array[] = [];
  for (const entry of await folder.readIndex(named)) {
    blocks.push(await folder.readBlock(named, entry, dictionary));
  }
  const lines = blocks.flatMap((raw) => decodeLines(raw, name));
  return lines.map((line) => {
    const { key, json } = order === 'key' ? splitKeyedLine(line, name) : { key: '', json: line };
    return { key, record: JSON.parse(json) as SectionRecords[N] };
  });
}

/** Records of a section without their keys. */
export async function readRecords<N extends RecordSectionName>(
  snapshot: string,
  name: N,
): Promise<SectionRecords[N][]> {
  return (await readSection(snapshot, name)).map(({ record }) => record);
}

export async function readReport(snapshot: string): Promise<ReturnType<typeof makeReport>> {
  const text = await readFile(join(snapshot, 'report.json'), 'utf8');
  return JSON.parse(text) as ReturnType<typeof makeReport>;
}

/** Every file below a folder with its bytes as base64, to compare two snapshots. */
export async function readTree(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const tree: Record<string, string> = {};
  for (const path of paths) {
    tree[path.slice(folder.length + 1)] = (await readFile(path)).toString('base64');
  }
  return tree;
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path));
}
