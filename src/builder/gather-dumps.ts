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
import { readDump } from './read-dump.ts';
import type { DumpName, Reports } from './report.ts';

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
  const read = (name: DumpName, onRecord: Parameters<typeof readDump>[1]) =>
    readOne(name, paths, reports, effects, onRecord);

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
  await read('papers-with-abstracts', (record) => papers.add(record, join));
  await spill.flush(true);
  papers.finish(join);
  return { tasks: collector.tasks, boards, mentions, datasets, methods, links, papers, join };
}

async function readOne(
  name: DumpName,
  paths: DumpPaths,
  reports: Reports,
  { disk, log, signal, spill }: GatherEffects,
  onRecord: Parameters<typeof readDump>[1],
): Promise<void> {
  const path = paths[name];
  if (path === undefined) return;
  log.phase(`reading ${name}`);
  const total = await disk.size(path);
  let done = 0;
  const onRead = (bytes: number): void => {
    done += bytes;
    log.progress(done, total, 'bytes');
  };
  const source = { disk, path, name, report: reports[name], signal, onRead };
  await readDump(source, onRecord, async () => {
    try {
      await spill.flush();
    } catch (error) {
      throw explainFileError(error, 'Writing the cleaned papers');
    }
  });
}
