import { paperKey } from '../../format/paper-key.ts';
import type { Paper } from '../../format/records/paper.ts';
import { compareText } from '../compare-text.ts';

/** Collects what papers are found by: their slugs, and the keys of where they were published. */
export class PaperDirectory {
  readonly #numbers = new Map<string, number>();
  /** By number. */
  readonly #slugs: string[] = [];

  add(number: number, paper: Paper): void {
    this.#slugs[number] = paper.slug;
    const { arxivId, abstractUrl, pdfUrl, venueUrl, venuePdfUrl } = paper;
    for (const text of [arxivId, abstractUrl, pdfUrl, venueUrl, venuePdfUrl]) {
      const key = text === undefined ? null : paperKey(text);
      // Two papers may claim one id; it stays with the first.
      if (key !== null && !this.#numbers.has(key)) this.#numbers.set(key, number);
    }
  }

  /** The records of `paper-numbers`, by key. A slug wins over a key that looks the same. */
  *finish(): Generator<[key: string, number: number]> {
    for (const [number, slug] of this.#slugs.entries()) this.#numbers.set(slug, number);
    const keys = [...this.#numbers.keys()].sort(compareText);
    for (const key of keys) yield [key, this.#numbers.get(key) ?? 0];
  }
}
