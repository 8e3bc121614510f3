import {
  FIT,
  fitName,
  hasLetters,
  keyOfName,
  parseNameQuery,
  type Fit,
  type NameKey,
  type NameQuery,
} from './match-name.ts';

/** Something with a name and a page. */
export interface NamedRecord {
  readonly slug: string;
  readonly name: string;
  /** Other names that it is found by. */
  readonly otherNames?: readonly string[];
  /** How much there is of it: rows, papers. Of names that fit equally the bigger one comes first. */
  readonly size: number;
}

export interface FoundName {
  readonly record: NamedRecord;
  readonly fit: Fit;
}

/** Names of one kind in memory, looked up while somebody types. */
export interface NameIndex {
  /** The names that fit best, best first; none for a text without letters and digits. */
  find(text: string, limit: number): FoundName[];
  /** Names that have the letters in their order, for where nothing fits better. */
  findByLetters(text: string, limit: number): FoundName[];
}

/** @param records in any order. */
export function createNameIndex(records: readonly NamedRecord[]): NameIndex {
  const named = records.map((record) => ({
    record,
    keys: [record.name, ...(record.otherNames ?? [])].map(keyOfName),
  }));

  function findBest(
    text: string,
    limit: number,
    fit: (key: NameKey, query: NameQuery) => Fit | null,
  ): FoundName[] {
    const query = parseNameQuery(text);
    if (query.compact === '') return [];
    const found: FoundName[] = [];
    for (const { record, keys } of named) {
      let best: Fit | null = null;
      for (const key of keys) {
        const own = fit(key, query);
        if (own !== null && (best === null || own < best)) best = own;
      }
      if (best !== null) found.push({ record, fit: best });
    }
    return found.sort(compareFound).slice(0, limit);
  }

  return {
    find: (text, limit) => findBest(text, limit, fitName),
    findByLetters: (text, limit) =>
      findBest(text, limit, (key, query) => (hasLetters(key, query) ? FIT.letters : null)),
  };
}

function compareFound(a: FoundName, b: FoundName): number {
  return (
    a.fit - b.fit ||
    b.record.size - a.record.size ||
    a.record.name.length - b.record.name.length ||
    (a.record.name < b.record.name ? -1 : 1)
  );
}
