import type { BoardSummary } from '../format/records/board.ts';
import type { PaperCard, Ref } from '../format/records/shared.ts';
import type { RawDataset, RawMethod } from './catalogue/raw-catalogue.ts';
import { NameIndex } from './catalogue/name-index.ts';
import { planAreas } from './evaluation/areas.ts';
import { planBoardSlugs, type SlugCollision } from './evaluation/board-slugs.ts';
import type { RawBoard } from './evaluation/raw-board.ts';
import type { GatheredDumps } from './gather-dumps.ts';
import type { JoinedPapers } from './join-papers.ts';
import type { PaperIntake } from './papers/paper-intake.ts';
import type { PaperNumbers } from './papers/paper-store.ts';
import { compareText } from './compare-text.ts';
import { rankBoards, summarise, type RankedBoard } from './records/rank-boards.ts';
import { planTaskDirectory, type TaskEntry } from './task-directory.ts';

/** Everything joined and ranked: what the records are made from. */
export interface ArchiveContent {
  readonly snapshotDate: string;
  readonly tasks: ReadonlyMap<string, TaskEntry>;
  /** Areas by slug of the task. */
  readonly areas: ReadonlyMap<string, readonly Ref[]>;
  /** By slug. */
  readonly boards: readonly RankedBoard[];
  readonly summaries: ReadonlyMap<RankedBoard, BoardSummary>;
  readonly collisions: readonly SlugCollision[];
  readonly datasets: readonly RawDataset[];
  readonly methods: readonly RawMethod[];
  readonly papers: PaperIntake;
  readonly numbers: PaperNumbers;
  readonly joined: JoinedPapers;
  card(paper: number): PaperCard;
}

export function planContent(
  gathered: GatheredDumps,
  joined: JoinedPapers,
  snapshotDate: string,
): ArchiveContent {
  const { papers, datasets, methods } = gathered;
  const { store } = papers;
  const tasks = planTaskDirectory(gathered.tasks, papers.taskNames);
  const areas = planAreas(gathered.tasks);
  const { slugs, collisions } = planBoardSlugs(gathered.boards);
  const catalogue = new NameIndex(datasets);
  const places = gathered.boards
    .map((raw) => ({
      raw,
      slug: slugs.get(raw) ?? '',
      task: tasks.get(raw.taskSlug)?.ref ?? { slug: raw.taskSlug, name: raw.taskName },
      areas: areas.get(raw.taskSlug) ?? [],
      dataset: datasetOf(raw, catalogue),
      papers: raw.rows.map(({ mention }) =>
        mention === null ? undefined : joined.paperOf.get(mention),
      ),
    }))
    .sort((a, b) => compareText(a.slug, b.slug));
  const boards = rankBoards(places, snapshotDate);
  const card = (paper: number): PaperCard => {
    const date = store.date(paper);
    const known = { slug: store.slug(paper), title: store.title(paper) };
    return date === undefined ? known : { ...known, date };
  };
  return {
    snapshotDate,
    tasks,
    areas,
    boards,
    summaries: new Map(boards.map((board) => [board, summarise(board, card)])),
    collisions,
    datasets,
    methods,
    papers,
    numbers: store.number(snapshotDate),
    joined,
    card,
  };
}

/** The dataset of the catalogue that a board is on: its own, or the nearest one above it. */
function datasetOf(raw: RawBoard, catalogue: NameIndex<RawDataset>) {
  const names = [raw.dataset, ...raw.parents.toReversed()];
  const found = names.map((name) => catalogue.find(name)).find((dataset) => dataset !== undefined);
  return found === undefined ? { name: raw.dataset } : { slug: found.slug, name: raw.dataset };
}

/** Groups by a key, in the order of arrival. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
