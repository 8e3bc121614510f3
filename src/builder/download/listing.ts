import * as v from 'valibot';
import { dumpOfFile } from '../find-dumps.ts';
import { DUMP_NAMES, type DumpName } from '../report.ts';
import { LAST_DUMPS } from './last-dumps.ts';

/** A file of a repository on the Hugging Face Hub, as its listing has it. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in hex where the file is kept by Git LFS, null elsewhere. */
  readonly sha256: string | null;
}

const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** One item of `GET /api/datasets/{repository}/tree/{revision}`; folders and the like have other types. */
const ItemSchema = v.object({
  type: v.literal('file'),
  path: v.string(),
  size: bytes,
  lfs: v.optional(
    v.object({ oid: v.pipe(v.string(), v.regex(/^(?:sha256:)?[0-9a-f]{64}$/)), size: bytes }),
  ),
});

/** Files of a page of the listing; what is no file is left out. null when it is no listing. */
export function parseListing(value: unknown): ListedFile[] | null {
  if (!Array.isArray(value)) return null;
  return value.flatMap((item) => {
    const parsed = v.safeParse(ItemSchema, item);
    if (!parsed.success) return [];
    const { path, size, lfs } = parsed.output;
    return [{ path, bytes: lfs?.size ?? size, sha256: lfs?.oid.replace('sha256:', '') ?? null }];
  });
}

export type DumpChoice =
  | { readonly kind: 'found'; readonly file: ListedFile }
  | { readonly kind: 'missing' }
  /** Several files could be the dump, and none of them is the last public one. */
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[] };

/** Which file of a repository is which dump, by name; among several, the last public one. */
export function chooseDumps(files: readonly ListedFile[]): Record<DumpName, DumpChoice> {
  const choose = (dump: DumpName): DumpChoice => {
    const candidates = files.filter((file) => dumpOfFile(baseName(file.path)) === dump);
    const [only] = candidates;
    if (only === undefined) return { kind: 'missing' };
    if (candidates.length === 1) return { kind: 'found', file: only };
    const { bytes: size, sha256 } = LAST_DUMPS[dump];
    const last = candidates.find(
      (file) => (file.sha256 ?? sha256) === sha256 && file.bytes === size,
    );
    if (last !== undefined) return { kind: 'found', file: last };
    return { kind: 'ambiguous', paths: candidates.map(({ path }) => path) };
  };
  return Object.fromEntries(DUMP_NAMES.map((dump) => [dump, choose(dump)])) as Record<
    DumpName,
    DumpChoice
  >;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
