import type * as v from 'valibot';
import type { BlockHash } from '../format/hash.ts';
import type { LaterSectionName, Manifest, PackName, SectionName } from '../format/manifest.ts';
import {
  BoardListingSchema,
  BoardSchema,
  type Board,
  type BoardListing,
} from '../format/records/board.ts';
import {
  DatasetListingSchema,
  DatasetSchema,
  type Dataset,
  type DatasetListing,
} from '../format/records/dataset.ts';
import {
  MethodListingSchema,
  MethodSchema,
  type Method,
  type MethodListing,
} from '../format/records/method.ts';
import { ModelSchema, type Model } from '../format/records/model.ts';
import { OverviewSchema, type Overview } from '../format/records/overview.ts';
import {
  AbstractSchema,
  PaperNumberSchema,
  PaperSchema,
  type Abstract,
  type Paper,
} from '../format/records/paper.ts';
import {
  TaskListingSchema,
  TaskSchema,
  type Task,
  type TaskListing,
} from '../format/records/task.ts';
import { MalformedError } from '../format/errors.ts';
import type { AcceptedManifest } from '../format/trust/accept-manifest.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { createBlockReader, type ReadableStore } from './block-reader.ts';
import { createLineCache } from './line-cache.ts';
import { createSectionReader, type SectionReader } from './section-reader.ts';

/** One snapshot, answered from its blocks. Every method reads what it needs and no more. */
export interface Archive {
  readonly id: BlockHash;
  readonly manifest: Manifest;
  /** Starts to read the indexes of sections that a page is about to need one after the other. */
  prepare(sections: readonly ('papers' | 'abstracts')[]): void;
  overview(): Promise<Overview>;
  task(slug: string): Promise<Task | null>;
  board(slug: string): Promise<Board | null>;
  dataset(slug: string): Promise<Dataset | null>;
  method(slug: string): Promise<Method | null>;
  /** @param key of the model's name: see `modelKey`. */
  model(key: string): Promise<Model | null>;
  /** All tasks, by name. */
  listTasks(): Promise<TaskListing[]>;
  /** All boards, most rows first. */
  listBoards(): Promise<BoardListing[]>;
  /** All datasets, most papers first. */
  listDatasets(): Promise<DatasetListing[]>;
  /** All methods, most papers first. */
  listMethods(): Promise<MethodListing[]>;
  /** All models, by key. */
  listModels(): Promise<Model[]>;
  /** @param key slug, or a publisher's key: see `paperKey`. */
  findPaper(key: string): Promise<PaperPlace | null>;
  paper(number: number): Promise<Paper | null>;
  /** Papers newest first: `skip` newest left out, at most `count`. */
  listPapers(skip: number, count: number): Promise<Paper[]>;
  /** null when the dump has no abstract. */
  abstract(number: number): Promise<Abstract>;
  /** Slugs of papers next to one that need not be there, in their order: at most `count` on each side. */
  paperSlugsNear(slug: string, count: number): Promise<string[]>;
  /** A section that older snapshots are without: null then. Its readers bring what its records are. */
  openLater<S extends v.GenericSchema>(
    name: LaterSectionName,
    schema: S,
  ): SectionReader<v.InferOutput<S>> | null;
}

/** Where a paper is. */
export interface PaperPlace {
  readonly number: number;
  /** Its results are in a section of their own. Only said of slugs. */
  readonly hasResults?: boolean;
}

export interface ArchiveOptions {
  readonly accepted: Pick<AcceptedManifest, 'id' | 'manifest'>;
  readonly host: SnapshotHost;
  /** null where the browser stores nothing. */
  readonly store: ReadableStore | null;
  /** Packs that should be whole in the store. */
  readonly installedPacks?: readonly PackName[];
  /** Told when a file of an installed pack was missing or damaged. */
  readonly onDamage?: () => void;
}

/** Unpacked bytes of blocks kept in memory: some thirty boards, or a few lists. */
const MEMORY_BYTES = 24 * 1024 * 1024;

/** Opens a snapshot. Reads nothing before something is asked for. */
export function openArchive({
  accepted: { id, manifest },
  host,
  store,
  installedPacks = [],
  onDamage = () => undefined,
}: ArchiveOptions): Archive {
  const cache = createLineCache(MEMORY_BYTES);
  const readLines = createBlockReader({ host, store, cache, installedPacks, onDamage });

  function open<S extends v.GenericSchema>(name: SectionName, schema: S) {
    return createSectionReader(name, manifest.sections[name], readLines, schema);
  }

  function openLater<S extends v.GenericSchema>(name: LaterSectionName, schema: S) {
    const section = manifest.sections[name];
    return section === undefined ? null : createSectionReader(name, section, readLines, schema);
  }

  const overview = open('overview', OverviewSchema);
  const tasks = open('tasks', TaskSchema);
  const boards = open('boards', BoardSchema);
  const datasets = open('datasets', DatasetSchema);
  const methods = open('methods', MethodSchema);
  const models = openLater('models', ModelSchema);
  const paperNumbers = open('paper-numbers', PaperNumberSchema);
  const papers = open('papers', PaperSchema);
  const abstracts = open('abstracts', AbstractSchema);

  return {
    id,
    manifest,
    prepare(sections) {
      for (const section of sections) (section === 'papers' ? papers : abstracts).prepare();
    },
    async overview() {
      const record = await overview.readByNumber(0);
      if (record === null) throw new MalformedError('section overview', 'it has no record');
      return record;
    },
    task: tasks.readByKey,
    board: boards.readByKey,
    dataset: datasets.readByKey,
    method: methods.readByKey,
    model: async (key) => models?.readByKey(key) ?? null,
    listTasks: wholeList(open('task-list', TaskListingSchema)),
    listBoards: wholeList(open('board-list', BoardListingSchema)),
    listDatasets: wholeList(open('dataset-list', DatasetListingSchema)),
    listMethods: wholeList(open('method-list', MethodListingSchema)),
    listModels: models === null ? () => Promise.resolve([]) : wholeList(models),
    async findPaper(key) {
      const found = await paperNumbers.readByKey(key);
      return typeof found === 'number' ? { number: found } : found;
    },
    paper: papers.readByNumber,
    async listPapers(skip, count) {
      const end = papers.size - skip;
      return (await papers.readRange(end - count, end)).toReversed();
    },
    abstract: abstracts.readByNumber,
    paperSlugsNear: paperNumbers.keysNear,
    openLater,
  };
}

/** Reads a whole section once and keeps it: lists are looked at again and again while filtering. */
function wholeList<T>(section: {
  readonly size: number;
  readRange(start: number, end: number): Promise<T[]>;
}): () => Promise<T[]> {
  let list: Promise<T[]> | null = null;
  return () => {
    list ??= section.readRange(0, section.size).catch((error: unknown) => {
      list = null;
      throw error;
    });
    return list;
  };
}
