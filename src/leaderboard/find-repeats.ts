import { modelKey } from '../format/model-key.ts';

/** As much of a row as tells whether two are of one model. */
export interface NamedRow {
  readonly model: string;
  readonly paper?: { readonly slug: string };
}

/**
 * How often each row's model stands on its board: 1 for most. Names are compared by their
 * keys. Unnamed rows are no repeats of each other. They may be submissions of their own, so nothing
 * is merged.
 */
export function countRepeats(rows: readonly NamedRow[]): number[] {
  const keys = rows.map(({ model }) => modelKey(model));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => (key === '' ? 1 : (counts.get(key) ?? 1)));
}
