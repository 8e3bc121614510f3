import { encodeNumberedLine } from '../../format/lines.ts';
import type {
  RecordSectionName,
  SearchManifest,
  SearchSectionName,
} from '../../format/manifest.ts';
import { modelKey } from '../../format/model-key.ts';
import { namesOfLists } from '../../format/records/names-of-lists.ts';
import type { BoardListing, BoardSummary } from '../../format/records/board.ts';
import type { ArchiveContent } from '../archive-content.ts';
import { defined } from '../defined.ts';
import type { Log } from '../log.ts';
import { TrendCollector } from '../papers/trend-collector.ts';
import { VenueCollector } from '../papers/venue-collector.ts';
import { countYears, rowDates } from '../records/count-years.ts';
import { makeAliases } from '../records/make-aliases.ts';
import { listDatasets, makeDatasets } from '../records/make-datasets.ts';
import { listMethods, makeMethods } from '../records/make-methods.ts';
import { makeModels } from '../records/make-models.ts';
import { makeOverview } from '../records/make-overview.ts';
import { PaperMaker } from '../records/make-papers.ts';
import { listTasks, makeTasks, mostRowsFirst } from '../records/make-tasks.ts';
import { makeBoard } from '../records/rank-boards.ts';
import { PaperDirectory } from '../papers/paper-directory.ts';
import type { SearchIndexer } from '../search/search-indexer.ts';
import { FacetCollector } from '../search/facet-collector.ts';
import { writeSearch } from '../search/write-search.ts';
import { planSample, writeDictionary } from './write-dictionary.ts';
import { SectionWriter, type SectionOutput, type WrittenSection } from './section-writer.ts';

export interface WrittenRecords {
  readonly sections: Readonly<
    Record<RecordSectionName, WrittenSection> & Partial<Record<SearchSectionName, WrittenSection>>
  >;
  /** Of the manifest; absent without papers. */
  readonly search?: SearchManifest;
  readonly counts: {
    readonly areas: number;
    readonly tasks: number;
    readonly boards: number;
    readonly rows: number;
    readonly papers: number;
    readonly papersWithCode: number;
    readonly datasets: number;
    readonly methods: number;
  };
}

/** Makes all records and writes all sections. */
export async function writeRecords(
  content: ArchiveContent,
  output: SectionOutput,
  indexer: SearchIndexer,
  log: Log,
  signal: AbortSignal,
): Promise<WrittenRecords> {
  log.phase('writing boards, datasets and methods');
  const tasks = makeTasks(content);
  const datasets = makeDatasets(content);
  const methods = makeMethods(content);
  const overview = makeOverview(content, tasks);
  const write = <T>(name: RecordSectionName, records: Iterable<T>, keyOf: (record: T) => string) =>
    writeSection(name, records, keyOf, output, signal);
  const bySlug = ({ slug }: { slug: string }): string => slug;
  const listings = mostRowsFirst([...content.summaries.values()]).map((summary) =>
    listingOf(summary, content),
  );
  const boards = mapLazily(content.boards, (board) => makeBoard(board, content.card));
  const lists = {
    boards: listings,
    tasks: listTasks(tasks),
    datasets: listDatasets(datasets),
    methods: listMethods(methods),
  };
  const boardPack = {
    overview: await write('overview', [overview], () => ''),
    tasks: await write('tasks', tasks, bySlug),
    'task-list': await write('task-list', lists.tasks, bySlug),
    boards: await write('boards', boards, bySlug),
    'board-list': await write('board-list', lists.boards, bySlug),
    datasets: await write('datasets', datasets, bySlug),
    'dataset-list': await write('dataset-list', lists.datasets, bySlug),
    methods: await write('methods', methods, bySlug),
    'method-list': await write('method-list', lists.methods, bySlug),
    models: await write('models', makeModels(content.boards), ({ name }) => modelKey(name)),
    names: await write('names', namesOfLists(lists), bySlug),
    aliases: await writeKeyed(
      'aliases',
      makeAliases({ boards: content.boards, tasks, datasets, methods }),
      output,
    ),
  };
  const papers = await writePapers(content, output, indexer, log, signal);
  return {
    sections: { ...boardPack, ...papers.sections, ...papers.search?.sections },
    ...(papers.search !== null && { search: papers.search.manifest }),
    counts: {
      areas: overview.areas.length,
      tasks: tasks.length,
      boards: content.boards.length,
      rows: content.boards.reduce((sum, { raw }) => sum + raw.rows.length, 0),
      papers: content.papers.store.size,
      papersWithCode: papers.withCode,
      datasets: countGood(datasets),
      methods: countGood(methods),
    },
  };
}

/** Advertisements are kept, since their addresses were, but nobody would count them. */
function countGood(entries: readonly { readonly advertisement?: readonly string[] }[]): number {
  return entries.filter(({ advertisement }) => advertisement === undefined).length;
}

/** Without its record line: the list is read whole, and shows none. */
function listingOf(summary: BoardSummary, content: ArchiveContent): BoardListing {
  const areas = content.areas.get(summary.task.slug) ?? [];
  return defined({ ...summary, record: undefined, areas: areas.map((area) => area.slug) });
}

async function writeKeyed<T>(
  name: RecordSectionName,
  entries: Iterable<readonly [key: string, record: T]>,
  output: SectionOutput,
): Promise<WrittenSection> {
  const writer = new SectionWriter(name, output);
  for (const [key, record] of entries) await writer.add(key, record);
  return writer.finish();
}

async function writeSection<T>(
  name: RecordSectionName,
  records: Iterable<T>,
  keyOf: (record: T) => string,
  output: SectionOutput,
  signal: AbortSignal,
): Promise<WrittenSection> {
  const writer = new SectionWriter(name, output);
  for (const record of records) {
    signal.throwIfAborted();
    await writer.add(keyOf(record), record);
  }
  return writer.finish();
}

function* mapLazily<T, U>(items: Iterable<T>, map: (item: T) => U): Generator<U> {
  for (const item of items) yield map(item);
}

const PROGRESS_STEP = 1000;

/** Lines of the section, some of them. */
function* sampleAbstracts({ numbers: { ids }, papers: { store } }: ArchiveContent) {
  const idOf = (number: number): number => ids[number] ?? 0;
  for (const number of planSample(ids.length, (one) => store.slug(idOf(one)))) {
    const { abstract } = store.read(idOf(number));
    if (abstract !== null) yield encodeNumberedLine(abstract);
  }
}

/** Papers and abstracts go out together, so that each paper is read back from the disk once. */
async function writePapers(
  content: ArchiveContent,
  output: SectionOutput,
  indexer: SearchIndexer,
  log: Log,
  signal: AbortSignal,
) {
  const { ids, undated } = content.numbers;
  const maker = new PaperMaker(content);
  log.phase('writing papers and abstracts');
  const papers = new SectionWriter('papers', output);
  const dictionary = await writeDictionary(sampleAbstracts(content), output);
  const abstracts = new SectionWriter('abstracts', output, dictionary);
  const facets = new FacetCollector();
  const directory = new PaperDirectory();
  const venues = new VenueCollector();
  const trends = new TrendCollector();
  let withCode = 0;
  for (const [number, id] of ids.entries()) {
    if (number % PROGRESS_STEP === 0) {
      signal.throwIfAborted();
      // The event loop turns only on a real wait; without it an interrupt would go unheard.
      await new Promise((resolve) => setImmediate(resolve));
      log.progress(number, ids.length, 'records');
    }
    const { paper, abstract } = maker.make(id);
    if (paper.repositories !== undefined) withCode++;
    await papers.add(paper.slug, paper);
    await abstracts.add(paper.slug, abstract);
    const { title, authors } = paper;
    await indexer.add({ title, authors, abstract, boards: maker.boards(id) });
    const isDated = number >= undated;
    facets.add(number, paper, isDated);
    directory.add(number, paper);
    venues.add(number, paper);
    trends.add(paper, isDated);
  }
  const numbers = new SectionWriter('paper-numbers', output);
  for (const [key, number] of directory.finish()) await numbers.add(key, number);
  const results = countYears(rowDates(content.boards), content.snapshotDate);
  const sections = {
    papers: await papers.finish(),
    abstracts: await abstracts.finish(),
    'paper-numbers': await numbers.finish(),
    'paper-results': await writeKeyed('paper-results', maker.results(), output),
    venues: await writeKeyed(
      'venues',
      venues.finish().map((venue) => [venue.slug, venue] as const),
      output,
    ),
    trends: await writeKeyed('trends', [['', trends.finish(results)] as const], output),
  };
  log.phase('writing the search index');
  const search = ids.length === 0 ? null : await writeSearch(indexer, facets, output, signal);
  return { withCode, sections, search };
}
