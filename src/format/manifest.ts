import * as v from 'valibot';
import { CODECS } from './codec.ts';
import { MalformedError, UnreadableVersionError } from './errors.ts';
import { BlockHashSchema } from './hash.ts';
import type { HostedFile } from './hosted-file.ts';
import { isInstant } from './instant.ts';
import {
  MAX_DICTIONARY_BYTES,
  MAX_DICTIONARY_RAW_BYTES,
  MAX_INDEX_BYTES,
  MAX_INDEX_RAW_BYTES,
  MAX_MANIFEST_BYTES,
  MAX_SIGNER_LENGTH,
} from './limits.ts';
import { PublicKeySchema } from './trust/public-key.ts';
import { SECTION_ORDERS, type SectionOrder } from './index-line.ts';
import { FORMAT_VERSION, OLDEST_READABLE_VERSION, SNAPSHOT_MAGIC } from './version.ts';

/** What a person chooses to install. Each is usable alone. */
export const PACK_NAMES = ['boards', 'papers', 'abstracts'] as const;
export type PackName = (typeof PACK_NAMES)[number];

/** Every section of version 1, with the pack it belongs to and how its records are found. */
export const SECTIONS = {
  overview: { pack: 'boards', order: 'number' },
  'task-list': { pack: 'boards', order: 'number' },
  tasks: { pack: 'boards', order: 'key' },
  'board-list': { pack: 'boards', order: 'number' },
  boards: { pack: 'boards', order: 'key' },
  'dataset-list': { pack: 'boards', order: 'number' },
  datasets: { pack: 'boards', order: 'key' },
  'method-list': { pack: 'boards', order: 'number' },
  methods: { pack: 'boards', order: 'key' },
  'paper-numbers': { pack: 'papers', order: 'key' },
  papers: { pack: 'papers', order: 'number' },
  abstracts: { pack: 'abstracts', order: 'number' },
} as const satisfies Record<string, { pack: PackName; order: 'key' | 'number' }>;

export type SectionName = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[];

/** Sections that came later. A snapshot may be without any of them. */
export const LATER_SECTIONS = {
  models: { pack: 'boards', order: 'key' },
  aliases: { pack: 'boards', order: 'key' },
  names: { pack: 'boards', order: 'number' },
  trends: { pack: 'boards', order: 'number' },
  venues: { pack: 'papers', order: 'key' },
  'paper-results': { pack: 'papers', order: 'key' },
} as const satisfies Record<string, { pack: PackName; order: 'key' | 'number' }>;

export type LaterSectionName = keyof typeof LATER_SECTIONS;
export const LATER_SECTION_NAMES = Object.keys(LATER_SECTIONS) as LaterSectionName[];

/** A section of records. */
export type RecordSectionName = SectionName | LaterSectionName;

/** Every section of records. */
export const RECORD_SECTIONS = { ...SECTIONS, ...LATER_SECTIONS };
export const RECORD_SECTION_NAMES: readonly RecordSectionName[] = [
  ...SECTION_NAMES,
  ...LATER_SECTION_NAMES,
];

/** The sections of the search index: all of them are there, or none. */
export const SEARCH_SECTIONS = {
  'title-postings': { pack: 'papers', order: 'bytes' },
  'title-terms': { pack: 'papers', order: 'terms' },
  'title-pairs': { pack: 'papers', order: 'bytes' },
  facets: { pack: 'papers', order: 'number' },
  'facet-papers': { pack: 'papers', order: 'bytes' },
  'text-postings': { pack: 'abstracts', order: 'bytes' },
  'text-terms': { pack: 'abstracts', order: 'terms' },
} as const satisfies Record<string, { pack: PackName; order: SectionOrder }>;

export type SearchSectionName = keyof typeof SEARCH_SECTIONS;
export const SEARCH_SECTION_NAMES = Object.keys(SEARCH_SECTIONS) as SearchSectionName[];

export type AnySectionName = RecordSectionName | SearchSectionName;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

type PlainEntry = readonly (string | number)[];

/** Shallow lists, no more: what stands in them is checked where the index is read. */
const EntriesSchema = v.custom<readonly PlainEntry[]>(
  (value) =>
    Array.isArray(value) &&
    value.every(
      (entry) =>
        Array.isArray(entry) &&
        entry.every((field) => typeof field === 'string' || typeof field === 'number'),
    ),
  'a list of index entries was expected',
);

/** Name and sizes of a hashed file that the manifest itself names. */
const fileSchema = (maxBytes: number, maxRawBytes: number) =>
  v.object({
    hash: BlockHashSchema,
    bytes: v.pipe(count, v.maxValue(maxBytes)),
    rawBytes: v.pipe(count, v.maxValue(maxRawBytes)),
  });

const SectionSchema = v.object({
  pack: v.picklist(PACK_NAMES),
  order: v.picklist(SECTION_ORDERS),
  /** Records in all blocks of the section. */
  records: count,
  blocks: count,
  /** Bytes of all block files of the section, without the index. */
  bytes: count,
  /** How the files of the section are packed, its index included. */
  codec: v.picklist(CODECS),
  /** The index itself, when it is short: it saves the reader a round trip. */
  entries: v.exactOptional(EntriesSchema),
  /** The file of the index; null when the index stands in `entries`. */
  index: v.nullable(fileSchema(MAX_INDEX_BYTES, MAX_INDEX_RAW_BYTES)),
  /** What all blocks of the section were packed with; its own file, like the index, was not. */
  dictionary: v.exactOptional(fileSchema(MAX_DICTIONARY_BYTES, MAX_DICTIONARY_RAW_BYTES)),
});

const sectionEntries = Object.fromEntries(
  SECTION_NAMES.map((name) => [name, SectionSchema]),
) as Record<SectionName, typeof SectionSchema>;

/** Who signed the snapshot. Worth nothing until the signature is checked: trust/judge-manifest.ts. */
const SignedSchema = v.object({
  /** Name of the signer, to be shown. */
  by: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SIGNER_LENGTH)),
  key: PublicKeySchema,
  /** When it was signed: YYYY-MM-DDTHH:MM:SSZ. */
  issued: v.pipe(
    v.string(),
    v.check(isInstant, 'a time such as 2025-07-28T12:00:00Z was expected'),
  ),
});

type OptionalSections<Name extends string> = Record<
  Name,
  ReturnType<typeof v.exactOptional<typeof SectionSchema, undefined>>
>;

const optionalEntries = Object.fromEntries(
  [...LATER_SECTION_NAMES, ...SEARCH_SECTION_NAMES].map((name) => [
    name,
    v.exactOptional(SectionSchema),
  ]),
) as OptionalSections<LaterSectionName | SearchSectionName>;

/** What the search index is (docs/format.md, "Search"). */
const SearchSchema = v.object({
  version: count,
  /** Fingerprint of the tokenizer that made it. */
  tokenizer: v.string(),
  /** Papers in it. */
  documents: count,
  /** The number that each segment ends before, and where its lists begin; since version 3. */
  segments: v.exactOptional(v.array(v.object({ to: count, titles: count, texts: count }))),
  /** First number of each run of papers of one year; 0: no year. */
  years: v.array(v.strictTuple([count, count])),
  /** Where in `facet-papers` the numbers of repositories are; absent where no paper has any. */
  repositories: v.exactOptional(v.object({ at: count, bytes: count })),
});
export type SearchManifest = v.InferOutput<typeof SearchSchema>;

const ManifestSchema = v.object({
  magic: v.literal(SNAPSHOT_MAGIC),
  /** Looked at before the rest; see `parseManifest`. */
  version: count,
  /** The day that the data describes, YYYY-MM-DD: not the day of the build. */
  date: v.pipe(v.string(), v.isoDate()),
  /** Left out when nobody signed it. */
  signed: v.exactOptional(SignedSchema),
  licence: v.string(),
  attribution: v.string(),
  counts: v.object({
    areas: count,
    tasks: count,
    boards: count,
    rows: count,
    papers: count,
    papersWithCode: count,
    datasets: count,
    methods: count,
  }),
  sections: v.object({ ...sectionEntries, ...optionalEntries }),
  search: v.exactOptional(SearchSchema),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;
export type ManifestSection = v.InferOutput<typeof SectionSchema>;

/** A hashed file with its size as it lies on the host and unpacked, in bytes. */
export interface PackedFile extends HostedFile {
  readonly rawBytes: number;
}

/**
 * Reads the bytes of `snapshot.json`. Magic and version are looked at before anything else.
 * @throws MalformedError, UnreadableVersionError
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  const what = 'root manifest';
  if (bytes.byteLength > MAX_MANIFEST_BYTES) {
    throw new MalformedError(
      what,
      `${bytes.byteLength} bytes, at most ${MAX_MANIFEST_BYTES} allowed`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new MalformedError(what, 'it is not JSON; a snapshot.json was expected', { cause });
  }
  const head = v.safeParse(v.object({ magic: v.string(), version: v.number() }), value);
  if (!head.success || head.output.magic !== SNAPSHOT_MAGIC) {
    throw new MalformedError(what, `it does not begin with the magic "${SNAPSHOT_MAGIC}"`);
  }
  const { version } = head.output;
  if (version > FORMAT_VERSION || version < OLDEST_READABLE_VERSION) {
    throw new UnreadableVersionError(version, OLDEST_READABLE_VERSION, FORMAT_VERSION);
  }
  const parsed = v.safeParse(ManifestSchema, value);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw new MalformedError(what, `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  }
  checkSections(parsed.output);
  return parsed.output;
}

function checkSections(manifest: Manifest): void {
  for (const name of RECORD_SECTION_NAMES) {
    const section = manifest.sections[name];
    if (section !== undefined) checkSection(name, section, RECORD_SECTIONS[name]);
  }
  if (manifest.search === undefined) return;
  for (const name of SEARCH_SECTION_NAMES) {
    const section = manifest.sections[name];
    if (section === undefined) {
      throw new MalformedError('root manifest', `it has a search index, but no section ${name}`);
    }
    checkSection(name, section, SEARCH_SECTIONS[name]);
  }
}

function checkSection(
  name: AnySectionName,
  found: ManifestSection,
  expected: { readonly pack: PackName; readonly order: SectionOrder },
): void {
  if (found.pack !== expected.pack || found.order !== expected.order) {
    throw new MalformedError(
      'root manifest',
      `section ${name} is in pack ${found.pack} by ${found.order}; pack ${expected.pack} by ${expected.order} was expected`,
    );
  }
  if ((found.entries === undefined) === (found.index === null)) {
    throw new MalformedError(
      'root manifest',
      `section ${name} has to have either entries or an index file`,
    );
  }
  if (found.dictionary !== undefined && found.codec !== 'zstd') {
    throw new MalformedError(
      'root manifest',
      `section ${name} is packed as ${found.codec} and has a dictionary; only zstd has one`,
    );
  }
}

/** A section and what the manifest says of it. */
export interface NamedSection {
  readonly name: AnySectionName;
  readonly section: ManifestSection;
}

/** Every section that a snapshot has, those of the search index last. */
export function listSections({ sections, search }: Manifest): NamedSection[] {
  const names =
    search === undefined
      ? RECORD_SECTION_NAMES
      : [...RECORD_SECTION_NAMES, ...SEARCH_SECTION_NAMES];
  return names.flatMap((name) => {
    const section = sections[name];
    return section === undefined ? [] : [{ name, section }];
  });
}

/** Sections of one pack that a snapshot has. */
export function sectionsOfPack(manifest: Manifest, pack: PackName): NamedSection[] {
  return listSections(manifest).filter(({ section }) => section.pack === pack);
}

/** The files of a section that the manifest itself names: its index and its dictionary, if it has them. */
export function filesBesideBlocks({ index, dictionary }: ManifestSection): PackedFile[] {
  return [index, dictionary].filter((file) => file !== null && file !== undefined);
}

/** Bytes to fetch for a pack: all its blocks, indexes and dictionaries. */
export function packBytes(manifest: Manifest, pack: PackName): number {
  return sectionsOfPack(manifest, pack).reduce(
    (sum, { section }) =>
      filesBesideBlocks(section).reduce((part, { bytes }) => part + bytes, sum + section.bytes),
    0,
  );
}
