import type { BoardSummary } from '../../format/records/board.ts';
import type { Ref } from '../../format/records/shared.ts';
import type { Task, TaskListing } from '../../format/records/task.ts';
import { groupBy, type ArchiveContent } from '../archive-content.ts';
import { compareText } from '../compare-text.ts';
import { defined, unlessEmpty } from '../defined.ts';
import { listOf } from '../int-lists.ts';
import { slugOf } from '../slug-of.ts';
import { countYears, rowDates } from './count-years.ts';
import { latestOf } from './latest.ts';
import { mostImplemented } from './most-implemented.ts';

const MAX_DATASETS = 50;
const MAX_LATEST = 10;
const MAX_IMPLEMENTED = 10;

/** Records of all tasks, by slug. */
export function makeTasks(content: ArchiveContent): Task[] {
  const boards = groupBy(content.boards, (board) => board.task.slug);
  const datasets = datasetsByTask(content);
  const papersByTask = content.papers.papersByTask();
  return [...content.tasks.values()].map(({ ref, raw, synonyms, namedId }): Task => {
    const papers = namedId === null ? new Int32Array() : listOf(papersByTask, namedId);
    const children = refsOf(raw?.children, content).map(({ slug, name }) => ({
      slug,
      name,
      boards: boards.get(slug)?.length ?? 0,
    }));
    const ranked = boards.get(ref.slug) ?? [];
    const own = ranked.map((board) => content.summaries.get(board));
    return defined({
      slug: ref.slug,
      name: ref.name,
      synonyms: unlessEmpty(synonyms),
      areas: [...(content.areas.get(ref.slug) ?? [])],
      parents: unlessEmpty(refsOf(raw?.parents, content)),
      children: unlessEmpty(children),
      description: raw?.description,
      source: raw?.source,
      boards: mostRowsFirst(own),
      datasets: unlessEmpty(datasets.get(ref.slug)?.slice(0, MAX_DATASETS)),
      papers: papers.length,
      latest: unlessEmpty(latestOf(papers, MAX_LATEST, content)),
      implemented: unlessEmpty(mostImplemented(papers, MAX_IMPLEMENTED, content)),
      paperYears: countYears(datesOf(papers, content), content.snapshotDate),
      resultYears: countYears(rowDates(ranked), content.snapshotDate),
    });
  });
}

function* datesOf(papers: Int32Array, { papers: { store } }: ArchiveContent) {
  for (const paper of papers) yield store.date(paper);
}

function refsOf(slugs: Iterable<string> | undefined, content: ArchiveContent): Ref[] {
  return [...(slugs ?? [])].flatMap((slug) => content.tasks.get(slug)?.ref ?? []);
}

/** Datasets that name each task, by the task's slug or its name, most papers first. */
function datasetsByTask(content: ArchiveContent): Map<string, Ref[]> {
  const sorted = content.datasets.toSorted(
    (a, b) => b.papers - a.papers || compareText(a.slug, b.slug),
  );
  const byTask = new Map<string, Ref[]>();
  for (const { slug, name, tasks } of sorted) {
    for (const task of new Set(tasks.map((entry) => taskSlugOf(entry, content)))) {
      if (task === undefined) continue;
      const list = byTask.get(task) ?? [];
      list.push({ slug, name });
      byTask.set(task, list);
    }
  }
  return byTask;
}

/** The task of the snapshot that a dataset means, by the slug of its address or by its name. */
export function taskSlugOf(
  task: { slug: string; name: string },
  content: ArchiveContent,
): string | undefined {
  return [task.slug, slugOf(task.name)].find((slug) => content.tasks.has(slug));
}

/** Summaries with most rows first, then by slug. */
export function mostRowsFirst(summaries: readonly (BoardSummary | undefined)[]): BoardSummary[] {
  return summaries
    .filter((summary) => summary !== undefined)
    .sort((a, b) => b.rows - a.rows || compareText(a.slug, b.slug));
}

/** Lines of the list of tasks, by name. */
export function listTasks(tasks: readonly Task[]): TaskListing[] {
  return tasks.map(listingOf).sort(compareNames);
}

function listingOf({ slug, name, areas, parents, boards, papers }: Task): TaskListing {
  return defined({
    slug,
    name,
    areas: areas.map((area) => area.slug),
    parents: parents?.map((parent) => parent.slug),
    boards: boards.length,
    papers,
  });
}

function compareNames(a: TaskListing, b: TaskListing): number {
  return compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.slug, b.slug);
}
