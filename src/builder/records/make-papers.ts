import { isBelievableDate } from '../../format/dates.ts';
import type { Paper, Result } from '../../format/records/paper.ts';
import type { LooseRef } from '../../format/records/shared.ts';
import type { ArchiveContent } from '../archive-content.ts';
import { compareText } from '../compare-text.ts';
import { defined, unlessEmpty } from '../defined.ts';
import type { RankedBoard } from './rank-boards.ts';

/** A row of a board, seen from its paper. */
interface Place {
  readonly board: RankedBoard;
  readonly row: number;
}

/** Makes the records of papers, one at a time, since they do not fit into memory together. */
export class PaperMaker {
  readonly #content: ArchiveContent;
  readonly #places = new Map<number, Place[]>();

  constructor(content: ArchiveContent) {
    this.#content = content;
    for (const board of content.boards) {
      for (const [row, paper] of board.papers.entries()) {
        if (paper === undefined) continue;
        const places = this.#places.get(paper);
        if (places === undefined) this.#places.set(paper, [{ board, row }]);
        else places.push({ board, row });
      }
    }
  }

  /** A paper's record, and its abstract. */
  make(id: number): { paper: Paper; abstract: string | null } {
    const { papers, joined, snapshotDate } = this.#content;
    const { core, abstract } = papers.store.read(id);
    const tasks = [...papers.store.tasks(id)];
    const methods = [...papers.store.methods(id)];
    const { title, authors, arxivId, venue, reproduces, isStub, ...addresses } = core;
    const date = papers.store.date(id);
    const isInDoubt = date !== undefined && !isBelievableDate(date, snapshotDate);
    const paper = defined({
      slug: papers.store.slug(id),
      title,
      authors,
      date,
      dateInDoubt: isInDoubt ? (true as const) : undefined,
      arxivId,
      venue,
      ...addresses,
      tasks: unlessEmpty(tasks.map((task) => this.#taskRef(task))),
      methods: unlessEmpty(methods.map((method) => this.#methodRef(method))),
      repositories: unlessEmpty(joined.repositories.get(id)),
      hasResults: this.#places.has(id) ? (true as const) : undefined,
      reproduces,
      isStub,
    });
    return { paper, abstract };
  }

  /** Slugs of the boards that a paper is on, one a row. */
  boards(id: number): string[] {
    return this.#places.get(id)?.map(({ board }) => board.slug) ?? [];
  }

  /** The results of all papers that have some, by slug of the paper. */
  *results(): Generator<[slug: string, results: Result[]]> {
    const { store } = this.#content.papers;
    const bySlug = [...this.#places].map(([id, places]) => ({ slug: store.slug(id), places }));
    bySlug.sort((a, b) => compareText(a.slug, b.slug));
    for (const { slug, places } of bySlug) yield [slug, places.map(resultOf)];
  }

  #taskRef(id: number): LooseRef {
    const slug = this.#content.papers.taskNames.slugs[id] ?? '';
    return this.#content.tasks.get(slug)?.ref ?? { name: slug };
  }

  #methodRef(id: number): LooseRef {
    const named = this.#content.papers.methodNames.list[id];
    return defined({ slug: named?.method?.slug, name: named?.name ?? '' });
  }
}

function resultOf({ board, row }: Place): Result {
  const { raw } = board;
  const found = raw.rows[row];
  return defined({
    board: board.slug,
    task: board.task,
    dataset: board.dataset.name,
    model: found?.model ?? '',
    extraData: found?.extraData,
    metrics: board.metrics.flatMap(({ name }, metric) => {
      const value = found?.values[metric] ?? null;
      if (value === null) return [];
      const rank = board.ranks[metric]?.[row] ?? null;
      if (rank === null) return [{ name, value }];
      return [{ name, value, rank, of: board.numbered[metric] ?? 0 }];
    }),
  });
}
