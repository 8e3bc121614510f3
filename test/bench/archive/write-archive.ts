import { mkdirSync } from 'node:fs';
import type { ArchiveSize } from './archive-size.ts';
import type { Corpus } from './corpus.ts';
import { DumpWriter } from './dump-writer.ts';
import { makeMetricNames, makeTaskNames } from './field-names.ts';
import { BoardSource } from './make-boards.ts';
import { makeDataset } from './make-datasets.ts';
import { LinkSource } from './make-links.ts';
import { makeMethods } from './make-methods.ts';
import { PaperSource, type PaperRef } from './make-papers.ts';
import { makeTables } from './make-tables.ts';
import { Random } from './random.ts';

/** Papers that boards and datasets can cite: every n-th. */
const CITED_EVERY = 14;
const PROGRESS_STEP = 50_000;

/**
 * Writes the five dumps of an archive of the given size, the same bytes for the same seed on one
 * version of Node. Papers and links are streamed; what is held are names, and the papers that others cite.
 */
export async function writeArchive(
  folder: string,
  corpus: Corpus,
  size: ArchiveSize,
  seed: string,
  log: (line: string) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const randomFor = (what: string): Random => new Random(`${seed} ${what}`);
  const tasks = makeTaskNames(size.tasks, randomFor('task names'));
  const methods = makeMethods(corpus, size.methods, randomFor('methods'));
  await writeDump(folder, 'methods', methods.dump);

  const source = new PaperSource(corpus, size, { tasks, methods: methods.real }, seed);
  const papers = await writePapers(folder, source, size, randomFor('links'), log);

  const datasets = randomFor('datasets');
  const records = Array.from({ length: size.datasets }, (_, number) =>
    makeDataset(corpus, number, { tasks, papers }, datasets),
  );
  await writeDump(folder, 'datasets', records);

  const metrics = makeMetricNames(size.metrics, randomFor('metric names'));
  const boards = new BoardSource(corpus, size, { metrics, papers }, randomFor('boards'));
  const tables = makeTables(corpus, size, tasks, boards, randomFor('tables'));
  await writeDump(folder, 'evaluation-tables', tables);
}

async function writePapers(
  folder: string,
  source: PaperSource,
  size: ArchiveSize,
  random: Random,
  log: (line: string) => void,
): Promise<PaperRef[]> {
  const papers = new DumpWriter(folder, 'papers-with-abstracts');
  const links = new DumpWriter(folder, 'links-between-papers-and-code');
  const linksOf = new LinkSource(size, random);
  const cited: PaperRef[] = [];
  for (let number = 1; number <= size.papers; number++) {
    const paper = source.next();
    await papers.add(paper);
    for (const link of linksOf.next(paper)) await links.add(link);
    const { paper_url, title, arxiv_id, url_abs, date } = paper;
    if (number % CITED_EVERY === 0 && title !== '' && title !== null) {
      cited.push({ paper_url, title, arxiv_id, url_abs, date });
    }
    if (number % PROGRESS_STEP === 0) log(`${number} of ${size.papers} papers`);
  }
  await papers.end();
  await links.end();
  return cited;
}

async function writeDump(folder: string, name: string, records: Iterable<unknown>): Promise<void> {
  const writer = new DumpWriter(folder, name);
  for (const record of records) await writer.add(record);
  await writer.end();
}
