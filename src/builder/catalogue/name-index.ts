import { nameKey } from '../../format/name-key.ts';
import { compareText } from '../compare-text.ts';

export interface NamedRecord {
  readonly slug: string;
  readonly name: string;
  readonly fullName?: string;
  readonly variants?: readonly string[];
  readonly papers: number;
}

/**
 * Finds the record of a catalogue that a name means: by its name as written, then by the letters and
 * digits of the name, then by variants and full names as written, then by their letters and digits.
 * Where several fit, the one with most papers, then the lowest slug.
 */
export class NameIndex<T extends NamedRecord> {
  readonly #byName = new Map<string, T>();
  readonly #byNameKey = new Map<string, T>();
  readonly #byAlias = new Map<string, T>();
  readonly #byAliasKey = new Map<string, T>();

  constructor(records: Iterable<T>) {
    for (const record of records) {
      prefer(this.#byName, record.name, record);
      prefer(this.#byNameKey, nameKey(record.name), record);
      for (const alias of [...(record.variants ?? []), record.fullName ?? '']) {
        prefer(this.#byAlias, alias, record);
        prefer(this.#byAliasKey, nameKey(alias), record);
      }
    }
  }

  find(name: string): T | undefined {
    const key = nameKey(name);
    return (
      this.#byName.get(name) ??
      this.#byNameKey.get(key) ??
      this.#byAlias.get(name) ??
      this.#byAliasKey.get(key)
    );
  }
}

function prefer<T extends NamedRecord>(index: Map<string, T>, text: string, record: T): void {
  if (text === '') return;
  const holder = index.get(text);
  const isBetter =
    holder === undefined ||
    record.papers > holder.papers ||
    (record.papers === holder.papers && compareText(record.slug, holder.slug) < 0);
  if (isBetter) index.set(text, record);
}
