import { compareText } from '../compare-text.ts';
import { slugOf } from '../slug-of.ts';

/**
 * Tasks that papers name, by slug. The names are free text in mixed case: all that share a slug are
 * one task.
 */
export class TaskNames {
  /** Ids count from 0 in the order of first meeting. */
  readonly slugs: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #idByName = new Map<string, number>();
  readonly #spellings: Map<string, number>[] = [];

  /** Id of the task that a paper's text names. */
  add(name: string): number {
    const id = this.#idByName.get(name) ?? this.#idOfSlug(slugOf(name));
    this.#idByName.set(name, id);
    const spellings = this.#spellings[id];
    spellings?.set(name, (spellings.get(name) ?? 0) + 1);
    return id;
  }

  idOf(slug: string): number | undefined {
    return this.#ids.get(slug);
  }

  /** Spellings of a task, the most frequent first; ties in code-unit order. */
  spellings(id: number): string[] {
    return [...(this.#spellings[id] ?? [])]
      .sort(([a, countA], [b, countB]) => countB - countA || compareText(a, b))
      .map(([name]) => name);
  }

  #idOfSlug(slug: string): number {
    const known = this.#ids.get(slug);
    if (known !== undefined) return known;
    const id = this.slugs.length;
    this.#ids.set(slug, id);
    this.slugs.push(slug);
    this.#spellings.push(new Map());
    return id;
  }
}
