import type { Area, Overview } from '../../format/records/overview.ts';
import type { Task } from '../../format/records/task.ts';
import type { Ref } from '../../format/records/shared.ts';
import type { ArchiveContent } from '../archive-content.ts';
import { compareText } from '../compare-text.ts';
import { latestOf } from './latest.ts';
import { mostRowsFirst } from './make-tasks.ts';

const MAX_TOP_TASKS = 8;
const MAX_NOTABLE = 12;
const MAX_LATEST = 12;

export function makeOverview(content: ArchiveContent, tasks: readonly Task[]): Overview {
  return {
    areas: makeAreas(tasks),
    notable: notableBoards(content),
    latest: latestOf(content.numbers.numbers.keys(), MAX_LATEST, content),
  };
}

function makeAreas(tasks: readonly Task[]): Area[] {
  const members = new Map<string, { area: Ref; tasks: Task[] }>();
  for (const task of tasks) {
    for (const area of task.areas) {
      const entry = members.get(area.slug) ?? { area, tasks: [] };
      entry.tasks.push(task);
      members.set(area.slug, entry);
    }
  }
  return [...members.values()]
    .map(({ area, tasks: own }): Area => {
      const top = own
        .filter((task) => task.boards.length > 0)
        .sort((a, b) => rowsOf(b) - rowsOf(a) || compareText(a.slug, b.slug));
      return {
        slug: area.slug,
        name: area.name,
        tasks: own.length,
        boards: own.reduce((sum, task) => sum + task.boards.length, 0),
        rows: own.reduce((sum, task) => sum + rowsOf(task), 0),
        topTasks: top
          .slice(0, MAX_TOP_TASKS)
          .map(({ slug, name, boards }) => ({ slug, name, boards: boards.length })),
      };
    })
    .sort((a, b) => b.boards - a.boards || compareText(a.slug, b.slug));
}

function rowsOf(task: Task): number {
  return task.boards.reduce((sum, board) => sum + board.rows, 0);
}

/** Boards with most rows, one a task. */
function notableBoards(content: ArchiveContent): Overview['notable'] {
  const seen = new Set<string>();
  return mostRowsFirst([...content.summaries.values()])
    .filter(({ task }) => {
      const isNew = !seen.has(task.slug);
      seen.add(task.slug);
      return isNew;
    })
    .slice(0, MAX_NOTABLE);
}
