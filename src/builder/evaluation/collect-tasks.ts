import { createHash } from 'node:crypto';
import type { Link } from '../../format/records/shared.ts';
import { Fields } from '../fields.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { DumpReport } from '../report.ts';
import { slugOf } from '../slug-of.ts';
import { planColumns } from './metric-columns.ts';
import { RowParser } from './parse-rows.ts';
import type { RawBoard, RowMention } from './raw-board.ts';

/** A task merged over all places where the tree has it. */
export interface RawTask {
  readonly slug: string;
  /** Every spelling, with the number of its boards that have rows. */
  readonly spellings: Map<string, number>;
  readonly categories: Set<string>;
  readonly synonyms: Set<string>;
  /** Slugs, in the order of the dump. */
  readonly parents: Set<string>;
  readonly children: Set<string>;
  description?: string;
  source?: Link;
}

/**
 * Collects tasks and boards from the evaluation tables.
 *
 * The dump is a forest in which a task stands under each of its parents and again at top level, with
 * all its boards each time. Every place is walked; tasks are merged by slug and boards by spelling of
 * the task, datasets above and dataset, so that nothing counts twice. Copies of a board do not differ
 * in the known dumps; should they, the one with most rows stays.
 */
export class TaskCollector {
  readonly tasks = new Map<string, RawTask>();
  /** By spelling of the task, datasets above and dataset. */
  readonly #boards = new Map<string, RawBoard>();
  /** Contents that were taken, by task, datasets above, dataset and hash. */
  readonly #contents = new Set<string>();
  readonly #report: DumpReport;
  readonly #rows: RowParser;

  constructor(report: DumpReport) {
    this.#report = report;
    this.#rows = new RowParser(report);
  }

  /** Takes a top-level task with all below it. @returns whether anything of it was kept. */
  add(root: JsonObject): boolean {
    const waiting: { node: JsonObject; parent: string | null }[] = [{ node: root, parent: null }];
    let isKept = false;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { node, parent } = next;
      const fields = new Fields(node, this.#report, 'task');
      const slug = this.#addTask(node, parent);
      if (slug !== null) isKept = true;
      // Last in, first out: reversed, so that subtasks are met in the order of the dump.
      for (const subtask of fields.objects('subtasks').toReversed()) {
        waiting.push({ node: subtask, parent: slug ?? parent });
      }
    }
    return isKept;
  }

  /** Boards that have rows, in the order of the dump. The others are dropped with a reason. */
  boards(): RawBoard[] {
    const kept: RawBoard[] = [];
    for (const board of this.#boards.values()) {
      if (board.rows.length === 0) {
        this.#report.drop('board without rows', `${board.taskName} on ${board.dataset}`);
        continue;
      }
      kept.push(board);
      const { spellings } = this.#taskOf(board.taskSlug);
      spellings.set(board.taskName, (spellings.get(board.taskName) ?? 0) + 1);
      this.#report.part('rows').kept += board.rows.length;
    }
    this.#report.part('boards').kept = kept.length;
    this.#report.part('tasks').kept = this.tasks.size;
    return kept;
  }

  /** Every distinct mention of a paper in a row. */
  mentions(): RowMention[] {
    return this.#rows.mentions();
  }

  #taskOf(slug: string): RawTask {
    let task = this.tasks.get(slug);
    if (task === undefined) {
      task = {
        slug,
        spellings: new Map(),
        categories: new Set(),
        synonyms: new Set(),
        parents: new Set(),
        children: new Set(),
      };
      this.tasks.set(slug, task);
    }
    return task;
  }

  #addTask(node: JsonObject, parent: string | null): string | null {
    this.#report.part('tasks').read++;
    const name = new Fields(node, this.#report, 'task').name('task');
    if (name === undefined) {
      this.#report.drop('task without a name', Object.keys(node).slice(0, 5).join(', '));
      const datasets = Array.isArray(node['datasets']) ? node['datasets'].length : 0;
      this.#report.part('boards').read += datasets;
      if (datasets > 0) this.#report.drop('board of a task without a name', '', datasets);
      return null;
    }
    const slug = slugOf(name);
    if (this.tasks.has(slug)) {
      const isSpelling = this.tasks.get(slug)?.spellings.has(name) === true;
      this.#report.merge(
        isSpelling ? 'task that stands in several places' : 'task with another spelling',
        name,
      );
    }
    const task = this.#taskOf(slug);
    if (!task.spellings.has(name)) task.spellings.set(name, 0);
    const fields = new Fields(node, this.#report, name);
    for (const category of fields.names('categories')) task.categories.add(category);
    for (const synonym of fields.names('synonyms')) task.synonyms.add(synonym);
    if (parent !== null && parent !== slug) {
      task.parents.add(parent);
      this.#taskOf(parent).children.add(slug);
    }
    const description = task.description ?? fields.markdown('description');
    if (description !== undefined) task.description = description;
    const source = task.source ?? parseSource(node['source_link'], fields);
    if (source !== undefined) task.source = source;
    for (const dataset of fields.objects('datasets')) this.#addBoards(dataset, slug, name);
    return slug;
  }

  /** Takes the board of a dataset and those of the datasets below it. */
  #addBoards(root: JsonObject, taskSlug: string, taskName: string): void {
    const waiting: { node: JsonObject; parents: string[] }[] = [{ node: root, parents: [] }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { node, parents } = next;
      const fields = new Fields(node, this.#report, taskName);
      const dataset = fields.name('dataset');
      this.#report.part('boards').read++;
      if (dataset === undefined) this.#report.drop('board without a dataset name', taskName);
      else this.#addBoard(node, { taskSlug, taskName, dataset, parents });
      const above = dataset === undefined ? parents : [...parents, dataset];
      for (const child of fields.objects('subdatasets').toReversed()) {
        waiting.push({ node: child, parents: above });
      }
    }
  }

  #addBoard(
    node: JsonObject,
    place: { taskSlug: string; taskName: string; dataset: string; parents: string[] },
  ): void {
    const rawDataset = String(node['dataset']);
    const example = `${place.taskName} on ${place.dataset}`;
    const sota = isJsonObject(node['sota']) ? node['sota'] : {};
    const rowCount = Array.isArray(sota['rows']) ? sota['rows'].length : 0;
    this.#report.part('rows').read += rowCount;
    const hash = createHash('sha1').update(JSON.stringify(sota)).digest('base64');
    const content = JSON.stringify([place.taskSlug, place.parents, rawDataset, hash]);
    if (this.#contents.has(content)) {
      this.#report.merge('board that stands in several places', example);
      if (rowCount > 0) this.#report.merge('row of such a board', '', rowCount);
      return;
    }
    this.#contents.add(content);
    const key = JSON.stringify([place.taskName, place.parents, rawDataset]);
    const copy = this.#boards.get(key);
    if (copy !== undefined) {
      this.#report.merge('board whose copies differ: the one with most rows stays', example);
      const lost = Math.min(rowCount, copy.rows.length);
      if (lost > 0) this.#report.drop('row of a differing copy of a board', example, lost);
      if (rowCount <= copy.rows.length) return;
    }
    this.#boards.set(key, this.#parseBoard(node, sota, rawDataset, place));
  }

  #parseBoard(
    node: JsonObject,
    sota: JsonObject,
    rawDataset: string,
    place: { taskSlug: string; taskName: string; dataset: string; parents: string[] },
  ): RawBoard {
    const example = `${place.taskName} on ${place.dataset}`;
    const fields = new Fields(node, this.#report, example);
    const content = new Fields(sota, this.#report, example);
    const rows = content.objects('rows');
    const columns = planColumns(content.list('metrics'), rows, this.#report, example);
    const description = fields.markdown('description');
    return {
      ...place,
      rawDataset,
      ...(description !== undefined && { description }),
      citations: fields.links('dataset_citations'),
      links: fields.links('dataset_links'),
      metrics: columns.map(({ name }) => name),
      rows: rows.map((row) => this.#rows.parse(row, columns, example)),
    };
  }
}

/** The source of a description: an address, or an object with title and address. */
function parseSource(source: unknown, fields: Fields): Link | undefined {
  if (isJsonObject(source)) {
    const url = typeof source['url'] === 'string' ? fields.addressOf(source['url']) : undefined;
    const title = typeof source['title'] === 'string' ? source['title'].trim() : '';
    if (url === undefined) return undefined;
    return title === '' ? { url } : { title, url };
  }
  const url = typeof source === 'string' ? fields.addressOf(source) : undefined;
  return url === undefined ? undefined : { url };
}
