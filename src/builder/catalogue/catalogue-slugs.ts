import { slugOfArchiveUrl } from '../../format/addresses.ts';
import type { DumpReport } from '../report.ts';
import { slugOf, SlugTable } from '../slug-of.ts';

/**
 * Gives the records of a catalogue their slugs: that of their address, or one made from the name.
 * A second record with one address is dropped.
 */
export class CatalogueSlugs {
  readonly #report: DumpReport;
  readonly #table = new SlugTable();

  constructor(report: DumpReport) {
    this.#report = report;
  }

  /** @returns the slug, or null when the record is to be dropped; the reason is reported. */
  claim(url: string | undefined, name: string): string | null {
    const slug = url === undefined ? null : slugOfArchiveUrl(url);
    if (slug === null) {
      this.#report.repair('record without an address: slug made from its name', name);
      return this.#table.takeNear(slugOf(name));
    }
    if (this.#table.take(slug)) return slug;
    this.#report.drop('second record with the same address', slug);
    return null;
  }
}
