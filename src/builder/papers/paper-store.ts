import { isBelievableDate } from '../../format/dates.ts';
import type { Spill } from '../disk.ts';
import { compareText } from '../compare-text.ts';
import type { PaperCore } from './parse-paper.ts';

/** What of a paper waits on the disk until it is written. Tasks and methods are ids. */
export interface SpilledPaper {
  readonly core: PaperCore;
  readonly tasks: readonly number[];
  readonly methods: readonly number[];
}

export interface StoredPaper extends SpilledPaper {
  /** Null while a paper without an address waits for its slug. */
  readonly slug: string | null;
  readonly date: string | undefined;
  readonly abstract: string | null;
}

/**
 * All papers of a build. In memory: slug, title, date and a place on the disk, since lists and links
 * show those; everything else waits in the spill. Papers are known by an id, their place of arrival,
 * until `number` gives them the numbers of the format.
 */
export class PaperStore {
  readonly #spill: Spill;
  readonly #slugs: string[] = [];
  readonly #titles: string[] = [];
  readonly #dates: (string | undefined)[] = [];
  readonly #offsets: number[] = [];
  readonly #coreBytes: number[] = [];
  readonly #abstractBytes: number[] = [];
  readonly #idBySlug = new Map<string, number>();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  get size(): number {
    return this.#slugs.length;
  }

  /** Takes a paper and returns its id. A slug that is taken is the caller's mistake. */
  add(paper: StoredPaper): number {
    const id = this.#slugs.length;
    const { slug, date, abstract, core, tasks, methods } = paper;
    const spilled: SpilledPaper = { core, tasks, methods };
    const coreBytes = this.#encoder.encode(JSON.stringify(spilled));
    const abstractBytes = this.#encoder.encode(abstract ?? '');
    this.#slugs.push(slug ?? '');
    this.#titles.push(core.title);
    this.#dates.push(date);
    this.#offsets.push(this.#spill.append(coreBytes));
    this.#spill.append(abstractBytes);
    this.#coreBytes.push(coreBytes.byteLength);
    this.#abstractBytes.push(abstractBytes.byteLength);
    if (slug !== null) this.#idBySlug.set(slug, id);
    return id;
  }

  has(slug: string): boolean {
    return this.#idBySlug.has(slug);
  }

  /** Gives a paper that came without a slug one that is free. */
  nameUnnamed(id: number, slug: string): void {
    this.#slugs[id] = slug;
    this.#idBySlug.set(slug, id);
  }

  slug(id: number): string {
    return this.#slugs[id] ?? '';
  }

  title(id: number): string {
    return this.#titles[id] ?? '';
  }

  date(id: number): string | undefined {
    return this.#dates[id];
  }

  /** Dates of all papers that have one or not. */
  dates(): readonly (string | undefined)[] {
    return this.#dates;
  }

  /** The rest of a paper. Only after the spill was flushed. */
  read(id: number): SpilledPaper {
    const bytes = this.#spill.readAt(this.#offsets[id] ?? 0, this.#coreBytes[id] ?? 0);
    return JSON.parse(this.#decoder.decode(bytes)) as SpilledPaper;
  }

  readAbstract(id: number): string | null {
    const length = this.#abstractBytes[id] ?? 0;
    if (length === 0) return null;
    const offset = (this.#offsets[id] ?? 0) + (this.#coreBytes[id] ?? 0);
    return this.#decoder.decode(this.#spill.readAt(offset, length));
  }

  /** Puts the papers in order. To be called once, when all are there. */
  number(snapshotDate: string): PaperNumbers {
    const dates = this.#dates.map((date) =>
      date !== undefined && isBelievableDate(date, snapshotDate) ? date : '',
    );
    const ids = Int32Array.from(this.#slugs.keys()).sort(
      (a, b) =>
        compareText(dates[a] ?? '', dates[b] ?? '') || compareText(this.slug(a), this.slug(b)),
    );
    const numbers = new Int32Array(ids.length);
    for (const [number, id] of ids.entries()) numbers[id] = number;
    return { ids, numbers, undated: dates.filter((date) => date === '').length };
  }
}

/** Numbers of the papers: by (date, slug), papers without a believable date before all others. */
export interface PaperNumbers {
  /** Id by number. */
  readonly ids: Int32Array;
  /** Number by id. */
  readonly numbers: Int32Array;
  /** How many have no believable date: those with the lowest numbers. */
  readonly undated: number;
}
