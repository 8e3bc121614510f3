import { isBelievableDate } from '../../format/dates.ts';
import type { Spill } from '../disk.ts';
import { compareText } from '../compare-text.ts';
import { GrowableInts, GrowingLists } from '../growable-ints.ts';
import { invertLists, type IntLists } from '../int-lists.ts';
import type { PaperCore } from './parse-paper.ts';

/** Where the rest of a paper lies in the spill: its core, and behind that its abstract. */
interface SpillPlace {
  readonly offset: number;
  readonly coreBytes: number;
  readonly abstractBytes: number;
}

export interface StoredPaper {
  /** Null while a paper without an address waits for its slug. */
  readonly slug: string | null;
  readonly date: string | undefined;
  readonly title: string;
  readonly place: SpillPlace;
  /** Ids. */
  readonly tasks: readonly number[];
  readonly methods: readonly number[];
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
  readonly #coreBytes = new GrowableInts();
  readonly #abstractBytes = new GrowableInts();
  readonly #tasks = new GrowingLists();
  readonly #methods = new GrowingLists();
  readonly #idBySlug = new Map<string, number>();
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
    const { slug, date, title, place, tasks, methods } = paper;
    this.#slugs.push(slug ?? '');
    this.#titles.push(title);
    this.#dates.push(date);
    this.#offsets.push(place.offset);
    this.#coreBytes.push(place.coreBytes);
    this.#abstractBytes.push(place.abstractBytes);
    this.#tasks.push(tasks);
    this.#methods.push(methods);
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

  /** Ids of the tasks that a paper names. */
  tasks(id: number): Int32Array {
    return this.#tasks.at(id);
  }

  /** Ids of the methods that a paper names. */
  methods(id: number): Int32Array {
    return this.#methods.at(id);
  }

  /** Papers by task. @param tasks how many there are. */
  papersByTask(tasks: number): IntLists {
    return invertLists(this.#tasks, tasks);
  }

  /** Papers by method. @param methods how many there are. */
  papersByMethod(methods: number): IntLists {
    return invertLists(this.#methods, methods);
  }

  /** The rest of a paper. Only after the spill was flushed. */
  read(id: number): { core: PaperCore; abstract: string | null } {
    const coreBytes = this.#coreBytes.at(id);
    const abstractBytes = this.#abstractBytes.at(id);
    const bytes = this.#spill.readAt(this.#offsets[id] ?? 0, coreBytes + abstractBytes);
    const decode = (piece: Uint8Array): string => this.#decoder.decode(piece);
    return {
      core: JSON.parse(decode(bytes.subarray(0, coreBytes))) as PaperCore,
      abstract: abstractBytes === 0 ? null : decode(bytes.subarray(coreBytes)),
    };
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
