import { CatalogueSlugs } from './catalogue/catalogue-slugs.ts';
import { parseDataset } from './catalogue/parse-dataset.ts';
import { parseMethod } from './catalogue/parse-method.ts';
import type { RawDataset, RawMethod } from './catalogue/raw-catalogue.ts';
import { PaperJoin } from './citations.ts';
import type { Disk, Spill } from './disk.ts';
import { TaskCollector } from './evaluation/collect-tasks.ts';
import type { RawBoard, RowMention } from './evaluation/raw-board.ts';
import type { RawTask } from './evaluation/collect-tasks.ts';
import type { DumpPaths } from './find-dumps.ts';
import { explainFileError } from './input-error.ts';
import type { Log } from './log.ts';
import { CodeLinks } from './papers/code-links.ts';
import { PaperIntake } from './papers/paper-intake.ts';
import { RecordBatcher } from './papers/batch-papers.ts';
import type { PaperBatch } from './papers/paper-batch.ts';
import { readDump, readRecordBytes, type DumpSource } from './read-dump.ts';
import type { DumpName, Reports } from './report.ts';
import type { Workshop } from './workshop.ts';

/** Everything that the dumps say, cleaned; papers not yet joined to what mentions them. */
export interface GatheredDumps {
  readonly tasks: ReadonlyMap<string, RawTask>;
  readonly boards: readonly RawBoard[];
  readonly mentions: readonly RowMention[];
  readonly datasets: readonly RawDataset[];
  readonly methods: readonly RawMethod[];
  readonly links: CodeLinks;
  readonly papers: PaperIntake;
  readonly join: PaperJoin;
}

export interface GatherEffects {
  readonly disk: Disk;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly spill: Spill;
  readonly workshop: Workshop;
}

/**
 * Reads all dumps. Papers come last, so that it is known by then which of them are wanted, and only
 * the keys of those are held.
 * @throws InputError
 */
export async function gatherDumps(
  paths: DumpPaths,
  reports: Reports,
  effects: GatherEffects,
): Promise<GatheredDumps> {
  const { spill } = effects;
  const read = async (name: DumpName, onRecord: Parameters<typeof readDump>[1]): Promise<void> => {
    const source = await openSource(name, paths, reports, effects);
    if (source !== null) await readDump(source, onRecord);
  };

  const collector = new TaskCollector(reports['evaluation-tables']);
  await read('evaluation-tables', (record) => collector.add(record));

  const datasets: RawDataset[] = [];
  const datasetSlugs = new CatalogueSlugs(reports.datasets);
  await read('datasets', (record) => {
    const dataset = parseDataset(record, datasetSlugs, reports.datasets);
    if (dataset !== null) datasets.push(dataset);
    return dataset !== null;
  });

  const methods: RawMethod[] = [];
  const methodSlugs = new CatalogueSlugs(reports.methods);
  await read('methods', (record) => {
    const method = parseMethod(record, methodSlugs, reports.methods);
    if (method !== null) methods.push(method);
    return method !== null;
  });

  const links = new CodeLinks(reports['links-between-papers-and-code']);
  await read('links-between-papers-and-code', (record) => links.add(record));

  const boards = collector.boards();
  const mentions = collector.mentions();
  const papers = new PaperIntake(spill, methods, reports['papers-with-abstracts']);
  const join = new PaperJoin((paper) => papers.store.slug(paper));
  for (const { keys } of mentions) join.want(keys);
  for (const { keys } of links.groups()) join.want(keys);
  for (const { citation } of [...datasets, ...methods]) join.want(citation?.keys ?? []);
  const source = await openSource('papers-with-abstracts', paths, reports, effects);
  if (source !== null) await readPapers(source, effects, (batch) => papers.add(batch, join));
  await flush(spill, true);
  papers.finish(join);
  return { tasks: collector.tasks, boards, mentions, datasets, methods, links, papers, join };
}

/** What is needed to read a dump, and the phase begun; null when there is no such dump. */
async function openSource(
  name: DumpName,
  paths: DumpPaths,
  reports: Reports,
  { disk, log, signal }: GatherEffects,
): Promise<DumpSource | null> {
  const path = paths[name];
  if (path === undefined) return null;
  log.phase(`reading ${name}`);
  const total = await disk.size(path);
  let done = 0;
  const onRead = (bytes: number): void => {
    done += bytes;
    log.progress(done, total, 'bytes');
  };
  return { disk, path, name, report: reports[name], signal, onRead };
}

/** Has papers parsed in batches, a few at a time, and takes them in the order of the dump. */
async function readPapers(
  source: DumpSource,
  { spill, workshop }: GatherEffects,
  onBatch: (batch: PaperBatch) => void,
): Promise<void> {
  let pending: Promise<PaperBatch>[] = [];
  const batcher = new RecordBatcher((batch) => {
    const work = workshop.parsePapers(batch);
    // A failure is met when the batch is awaited; until then Node must not call it unhandled.
    work.catch(() => {});
    pending.push(work);
  });
  const settle = async (most: number): Promise<void> => {
    while (pending.length > most) {
      const [oldest, ...rest] = pending;
      pending = rest;
      if (oldest !== undefined) onBatch(await oldest);
      await flush(spill);
    }
  };
  await readRecordBytes(
    source,
    (bytes, number) => batcher.add(bytes, number),
    () => settle(workshop.width),
  );
  batcher.finish();
  await settle(0);
}

async function flush(spill: Spill, all = false): Promise<void> {
  try {
    await spill.flush(all);
  } catch (error) {
    throw explainFileError(error, 'Writing the cleaned papers');
  }
}
