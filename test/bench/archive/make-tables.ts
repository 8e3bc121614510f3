import type { ArchiveSize } from './archive-size.ts';
import { mixDescription, type Corpus } from './corpus.ts';
import { AREAS } from './field-names.ts';
import type { BoardSource } from './make-boards.ts';
import { itemOf, type Random } from './random.ts';

/** Tasks of the first and second of three levels, in shares of all. */
const BROAD = 0.035;
const MIDDLE = 0.3;
const WITH_BOARDS = 0.45;

/** A task as the dump has it. The same object stands wherever the task does. */
interface TaskNode {
  readonly task: string;
  readonly description: string;
  readonly categories: string[];
  readonly source_link: null;
  readonly synonyms: string[];
  readonly subtasks: TaskNode[];
  readonly datasets: Record<string, unknown>[];
}

/**
 * The top-level tasks of the evaluation tables. A task stands under each of its parents and, for
 * half of them, at top level as well, so that a plain walk meets every row several times.
 */
export function makeTables(
  corpus: Corpus,
  size: ArchiveSize,
  names: readonly string[],
  boards: BoardSource,
  random: Random,
): TaskNode[] {
  const broad = Math.max(1, Math.floor(names.length * BROAD));
  const middle = Math.max(broad + 1, Math.floor(names.length * (BROAD + MIDDLE)));
  const nodes = names.map((name, place) => makeTask(corpus, name, place < middle, random));
  const addTo = (child: TaskNode, first: number, end: number): void => {
    const parents = new Set(
      Array.from({ length: 1 + random.count(0.5, 3) }, () => random.between(first, end - 1)),
    );
    for (const parent of parents) itemOf(nodes, parent).subtasks.push(child);
  };
  for (const node of nodes.slice(broad, middle)) addTo(node, 0, broad);
  for (const node of nodes.slice(middle)) addTo(node, Math.min(broad, middle - 1), middle);

  const withBoards = Math.max(1, Math.floor(names.length * WITH_BOARDS));
  for (let board = 0; board < size.boards; board++) {
    // Every such task has one board before any has two; then few get many.
    const place = board < withBoards ? board : random.skewed(withBoards, 3);
    const { datasets } = itemOf(nodes, nodes.length - 1 - place);
    datasets.push(boards.next(new Set(datasets.map(({ dataset }) => dataset))));
  }
  return nodes.slice(0, size.topTasks);
}

function makeTask(corpus: Corpus, task: string, isBroad: boolean, random: Random): TaskNode {
  const categories = [itemOf(AREAS, random.skewed(AREAS.length, 2))];
  if (random.chance(0.1)) categories.push(random.pick(AREAS));
  const credit = '( Image credit: [Source](https://example.org/image) )';
  return {
    task,
    description: random.chance(0.5)
      ? `**${task}** is a task. ${mixDescription(corpus, random, random.between(1, 6))}\n\n<span class="description-source">${credit}</span>`
      : '',
    // Areas stand with broad tasks; of others, only some have their own.
    categories: isBroad || random.chance(0.2) ? [...new Set(categories)] : [],
    source_link: null,
    synonyms: random.chance(0.05) ? [task.toUpperCase()] : [],
    subtasks: [],
    datasets: [],
  };
}
