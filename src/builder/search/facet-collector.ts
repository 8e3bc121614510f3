import { nameKey } from '../../format/name-key.ts';
import type { Paper } from '../../format/records/paper.ts';
import type { Facet, FacetKind } from '../../format/records/facet.ts';
import { ByteWriter } from '../../search/lists/byte-writer.ts';
import { encodePostings } from '../../search/lists/posting-list.ts';
import { defined } from '../defined.ts';
import { compareText } from '../compare-text.ts';

interface Collected {
  readonly kind: FacetKind;
  readonly slug: string | undefined;
  readonly name: string;
  readonly numbers: number[];
}

/** Collects which papers have which task, method and venue, and in which years they are. */
export class FacetCollector {
  readonly #facets = new Map<string, Collected>();
  readonly #years: [number, number][] = [];
  /** Repositories of each paper that has some, in the order of numbers. */
  readonly #repositories: number[] = [];
  #papers = 0;

  /** Takes the papers in the order of their numbers. @param isDated the paper's date is believed. */
  add(number: number, paper: Paper, isDated: boolean): void {
    this.#papers = number + 1;
    const year = isDated ? Number(paper.date?.slice(0, 4) ?? 0) : 0;
    if (this.#years.at(-1)?.[1] !== year) this.#years.push([number, year]);
    for (const { slug, name } of paper.tasks ?? []) this.#note(number, 'task', slug, name);
    for (const { slug, name } of paper.methods ?? []) this.#note(number, 'method', slug, name);
    if (paper.venue !== undefined) this.#note(number, 'venue', undefined, paper.venue.name);
    if (paper.repositories !== undefined) {
      this.#note(number, 'has', undefined, 'code');
      this.#repositories.push(paper.repositories.length);
    }
    if (paper.hasResults === true) this.#note(number, 'has', undefined, 'results');
  }

  get papers(): number {
    return this.#papers;
  }

  /** First number of each run of papers of one year. */
  get years(): readonly [number, number][] {
    return this.#years;
  }

  /**
   * The facets, by kind, most papers first; the posting lists that they name; and where behind those the
   * numbers of repositories stand.
   */
  finish(): {
    facets: Facet[];
    lists: Uint8Array<ArrayBuffer>;
    repositories: { at: number; bytes: number };
  } {
    const writer = new ByteWriter();
    const kinds: readonly FacetKind[] = ['has', 'task', 'method', 'venue'];
    const ordered = [...this.#facets.values()].sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        b.numbers.length - a.numbers.length ||
        compareText(a.name, b.name),
    );
    const facets = ordered.map(({ kind, slug, name, numbers }): Facet => {
      const at = writer.length;
      encodePostings(writer, numbers, new Uint8Array(numbers.length).fill(1), numbers.length);
      return defined({ kind, slug, name, papers: numbers.length, at, bytes: writer.length - at });
    });
    const at = writer.length;
    for (const count of this.#repositories) writer.varint(count);
    const repositories = { at, bytes: writer.length - at };
    return { facets, lists: writer.take(), repositories };
  }

  #note(number: number, kind: FacetKind, slug: string | undefined, name: string): void {
    const key = `${kind} ${slug ?? nameKey(name)}`;
    const known = this.#facets.get(key);
    if (known === undefined) this.#facets.set(key, { kind, slug, name, numbers: [number] });
    else if (known.numbers.at(-1) !== number) known.numbers.push(number);
  }
}
