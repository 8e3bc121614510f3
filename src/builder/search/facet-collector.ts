import { nameKey } from '../../format/name-key.ts';
import type { Paper } from '../../format/records/paper.ts';
import type { Facet, FacetKind } from '../../format/records/facet.ts';
import { ByteWriter } from '../../search/lists/byte-writer.ts';
import { ListBlocks } from '../../search/build/list-blocks.ts';
import { defined } from '../defined.ts';
import { compareText } from '../compare-text.ts';
import { BlockCutter } from '../write/block-cutter.ts';

/** In the order in which facets are listed. */
const KINDS: readonly FacetKind[] = ['has', 'task', 'method', 'venue'];

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
   * The facets, by kind, most papers first; blocks with the posting lists that they name; and where behind
   * those the numbers of repositories stand. The lists stand in an order that does not change with their lengths.
   */
  finish(blockBytes: number): {
    facets: Facet[];
    blocks: Uint8Array<ArrayBuffer>[];
    repositories: { at: number; bytes: number };
  } {
    const blocks: Uint8Array<ArrayBuffer>[] = [];
    const lists = new ListBlocks(new BlockCutter({ target: blockBytes }), 2 * blockBytes, (block) =>
      blocks.push(block),
    );
    const byKey = [...this.#facets].sort(([a], [b]) => compareText(a, b));
    const facets = byKey.map(([key, { kind, slug, name, numbers }]): Facet => {
      const at = lists.bytes;
      const impacts = new Uint8Array(numbers.length).fill(1);
      const bytes = lists.add(key, numbers, impacts, 0);
      return defined({ kind, slug, name, papers: numbers.length, at, bytes });
    });
    facets.sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        b.papers - a.papers ||
        compareText(a.name, b.name),
    );
    const at = lists.bytes;
    const counts = new ByteWriter();
    for (const count of this.#repositories) counts.varint(count);
    lists.addBytes('repositories', counts.view());
    lists.finish();
    return { facets, blocks, repositories: { at, bytes: counts.length } };
  }

  #note(number: number, kind: FacetKind, slug: string | undefined, name: string): void {
    const key = `${kind} ${slug ?? nameKey(name)}`;
    const known = this.#facets.get(key);
    if (known === undefined) this.#facets.set(key, { kind, slug, name, numbers: [number] });
    else if (known.numbers.at(-1) !== number) known.numbers.push(number);
  }
}
