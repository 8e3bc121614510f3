import { GrowableInts } from '../growable-ints.ts';
import { groupPairs, withoutRepeats, type IntLists } from '../int-lists.ts';

export type FeatureKind = 'board' | 'task' | 'method' | 'word' | 'author';

/**
 * Which features papers have. A feature is a kind and a text, known by an id; pairs of paper and
 * feature lie in two flat integer lists, since full size means fifteen million of them.
 */
export class FeatureTable {
  readonly #ids: Readonly<Record<FeatureKind, Map<string, number>>> = {
    board: new Map(),
    task: new Map(),
    method: new Map(),
    word: new Map(),
    author: new Map(),
  };
  readonly #kinds: FeatureKind[] = [];
  readonly #papers = new GrowableInts();
  readonly #paperFeatures = new GrowableInts();

  get size(): number {
    return this.#kinds.length;
  }

  add(paper: number, kind: FeatureKind, text: string): void {
    let id = this.#ids[kind].get(text);
    if (id === undefined) {
      id = this.#kinds.length;
      this.#ids[kind].set(text, id);
      this.#kinds.push(kind);
    }
    this.#papers.push(paper);
    this.#paperFeatures.push(id);
  }

  kind(id: number): FeatureKind {
    const kind = this.#kinds[id];
    if (kind === undefined) throw new Error(`There is no feature ${id}`);
    return kind;
  }

  /** Features of each paper, ascending and each once. */
  featuresByPaper(papers: number): IntLists {
    const lists = groupPairs(this.#papers.view(), this.#paperFeatures.view(), papers);
    return withoutRepeats(lists);
  }
}
