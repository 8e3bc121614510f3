import { paperKey } from '../../format/paper-key.ts';
import type { Paper, PaperNumber } from '../../format/records/paper.ts';
import { compareText } from '../compare-text.ts';

/** Collects what papers are found by: their slugs, and the keys of where they were published. */
export class PaperDirectory {
  readonly #numbers = new Map<string, number>();
  /** By number. */
  readonly #slugs: string[] = [];
  /** Numbers. */
  readonly #withResults = new Set<number>();

  add(number: number, paper: Paper): void {
    this.#slugs[number] = paper.slug;
    if (paper.hasResults === true) this.#withResults.add(number);
    const { arxivId, abstractUrl, pdfUrl, venueUrl, venuePdfUrl } = paper;
    for (const text of [arxivId, abstractUrl, pdfUrl, venueUrl, venuePdfUrl]) {
      const key = text === undefined ? null : paperKey(text);
      // Two papers may claim one id; it stays with the first.
      if (key !== null && !this.#numbers.has(key)) this.#numbers.set(key, number);
    }
  }

  /** The records of `paper-numbers`, by key. A slug wins over a key that looks the same. */
  *finish(): Generator<[key: string, place: PaperNumber]> {
    for (const [number, slug] of this.#slugs.entries()) this.#numbers.set(slug, number);
    const keys = [...this.#numbers.keys()].sort(compareText);
    for (const key of keys) {
      const number = this.#numbers.get(key) ?? 0;
      const hasResults = this.#withResults.has(number) && this.#slugs[number] === key;
      yield [key, hasResults ? { number, hasResults } : number];
    }
  }
}
