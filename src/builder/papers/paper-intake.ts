import type { JoinKey, PaperJoin } from '../citations.ts';
import type { RawMethod } from '../catalogue/raw-catalogue.ts';
import type { Spill } from '../disk.ts';
import type { IntLists } from '../int-lists.ts';
import type { DumpReport } from '../report.ts';
import { paperSlugOf } from '../slug-of.ts';
import { MethodNames } from './method-names.ts';
import { PaperStore } from './paper-store.ts';
import { encodePaper, type PaperBatch, type PaperHead } from './paper-batch.ts';
import type { RawPaper } from './parse-paper.ts';
import { TaskNames } from './task-names.ts';

/** Takes papers in as they stream by: stores, joins, and notes their tasks and methods. */
export class PaperIntake {
  readonly store: PaperStore;
  readonly taskNames = new TaskNames();
  readonly methodNames: MethodNames;
  readonly #spill: Spill;
  readonly #report: DumpReport;
  readonly #unnamed: { id: number; keys: readonly JoinKey[] }[] = [];

  constructor(spill: Spill, methods: readonly RawMethod[], report: DumpReport) {
    this.#spill = spill;
    this.store = new PaperStore(spill);
    this.methodNames = new MethodNames(methods);
    this.#report = report;
  }

  /** Takes the papers of the next batch; those whose address is taken are dropped. */
  add({ papers, spilled, findings }: PaperBatch, join: PaperJoin): void {
    this.#report.absorb(findings);
    let offset = this.#spill.append(spilled);
    for (const paper of papers) {
      const { slug, coreBytes, abstractBytes } = paper;
      if (slug !== null && this.store.has(slug)) {
        this.#report.drop('second paper with the same address', slug);
      } else {
        this.#store(paper, offset, join);
        this.#report.kept++;
      }
      offset += coreBytes + abstractBytes;
    }
  }

  /** Adds a paper that is known from a board alone. */
  addStub(paper: RawPaper, join: PaperJoin): number {
    const { head, core, abstract } = encodePaper(paper);
    const offset = this.#spill.append(core);
    this.#spill.append(abstract);
    return this.#store(head, offset, join);
  }

  /** Gives slugs to papers that came without an address, once all others have theirs. */
  finish(join: PaperJoin): void {
    for (const { id, keys } of this.#unnamed) {
      const slug = this.freeSlug(paperSlugOf(this.store.title(id)));
      this.store.nameUnnamed(id, slug);
      join.offer(id, [{ kind: 'archive-url', text: slug }, ...keys]);
      this.#report.repair('paper without an address: slug made from its title', slug);
    }
  }

  /** The slug, or with the first number after it that is free. */
  freeSlug(slug: string): string {
    if (!this.store.has(slug)) return slug;
    let number = 1;
    while (this.store.has(`${slug}-${number}`)) number++;
    return `${slug}-${number}`;
  }

  /** Papers by id of the task that they name. */
  papersByTask(): IntLists {
    return this.store.papersByTask(this.taskNames.slugs.length);
  }

  /** Papers by id of the method that they name. */
  papersByMethod(): IntLists {
    return this.store.papersByMethod(this.methodNames.list.length);
  }

  #store(paper: PaperHead, offset: number, join: PaperJoin): number {
    const tasks = [...new Set(paper.tasks.map((name) => this.taskNames.add(name)))];
    const methods = [
      ...new Set(paper.methods.map(({ name, fullName }) => this.methodNames.add(name, fullName))),
    ];
    const { slug, date, title, coreBytes, abstractBytes } = paper;
    const place = { offset, coreBytes, abstractBytes };
    const id = this.store.add({ slug, date, title, place, tasks, methods });
    // Ties are broken by slug, so one without a slug waits.
    if (slug === null) this.#unnamed.push({ id, keys: paper.joinKeys });
    else join.offer(id, paper.joinKeys);
    return id;
  }
}
