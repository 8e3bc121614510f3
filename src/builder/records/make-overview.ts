import type { BoardSummary } from '../../format/records/board.ts';
import type { Area, Overview } from '../../format/records/overview.ts';
import type { Task } from '../../format/records/task.ts';
import { pickNotable, type BoardActivity } from '../../leaderboard/notable.ts';
import { groupBy, type ArchiveContent } from '../archive-content.ts';
import { compareText } from '../compare-text.ts';
import { defined, unlessEmpty } from '../defined.ts';
import { countYears, rowDates } from './count-years.ts';
import { latestOf } from './latest.ts';
import type { RankedBoard } from './rank-boards.ts';

const MAX_TOP_TASKS = 8;
const MAX_NOTABLE = 12;
const MAX_NOTABLE_IN_AREA = 6;
const MAX_LATEST = 12;

export function makeOverview(content: ArchiveContent, tasks: readonly Task[]): Overview {
  const activities = new Map(
    content.boards.map((board) => [board, activityOf(board, content.snapshotDate)]),
  );
  const pick = (boards: readonly RankedBoard[], most: number) =>
    notableOf(boards, most, activities, content);
  return {
    areas: makeAreas(content, tasks, pick),
    notable: pick(content.boards, MAX_NOTABLE),
    latest: latestOf(content.numbers.numbers.keys(), MAX_LATEST, content),
  };
}

function makeAreas(
  content: ArchiveContent,
  tasks: readonly Task[],
  pick: (boards: readonly RankedBoard[], most: number) => BoardSummary[],
): Area[] {
  const boardsOf = groupBy(content.boards, (board) => board.task.slug);
  const members = groupBy(
    tasks.flatMap((task) => task.areas.map((area) => ({ area, task }))),
    ({ area }) => area.slug,
  );
  return [...members.values()]
    .flatMap((entries): Area[] => {
      const area = entries[0]?.area;
      if (area === undefined) return [];
      const own = entries.map(({ task }) => task);
      const boards = own.flatMap((task) => boardsOf.get(task.slug) ?? []);
      const top = own
        .filter((task) => task.boards.length > 0)
        .sort((a, b) => rowsOf(b) - rowsOf(a) || compareText(a.slug, b.slug));
      return [
        defined({
          slug: area.slug,
          name: area.name,
          tasks: own.length,
          boards: boards.length,
          rows: own.reduce((sum, task) => sum + rowsOf(task), 0),
          topTasks: top
            .slice(0, MAX_TOP_TASKS)
            .map((task) => ({ slug: task.slug, name: task.name, boards: task.boards.length })),
          resultYears: countYears(rowDates(boards), content.snapshotDate),
          notable: unlessEmpty(pick(boards, MAX_NOTABLE_IN_AREA)),
        }),
      ];
    })
    .sort((a, b) => b.boards - a.boards || compareText(a.slug, b.slug));
}

function rowsOf(task: Task): number {
  return task.boards.reduce((sum, board) => sum + board.rows, 0);
}

function notableOf(
  boards: readonly RankedBoard[],
  most: number,
  activities: ReadonlyMap<RankedBoard, BoardActivity>,
  content: ArchiveContent,
): BoardSummary[] {
  const ordered = boards.toSorted(
    (a, b) => b.raw.rows.length - a.raw.rows.length || compareText(a.slug, b.slug),
  );
  return pickNotable(ordered, most, {
    activity: (board) => activities.get(board) ?? { results: 0, papers: 0, years: 0 },
    task: (board) => board.task.slug,
  }).flatMap((board) => content.summaries.get(board) ?? []);
}

function activityOf({ raw, papers }: RankedBoard, snapshotDate: string): BoardActivity {
  const years = countYears(
    raw.rows.map(({ date }) => date),
    snapshotDate,
  );
  return {
    results: raw.rows.length,
    papers: new Set(papers.filter((paper) => paper !== undefined)).size,
    years: years?.counts.filter((count) => count > 0).length ?? 0,
  };
}
