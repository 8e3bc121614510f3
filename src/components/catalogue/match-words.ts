import { nameKey } from '../../format/name-key.ts';

/** Where one word ends and another begins: blanks, dashes, underscores, slashes. */
const BETWEEN_WORDS = /[\s\p{Pd}_/]+/u;

/** Words of a text as filters compare them: letters and digits without case and accents. */
export function splitWords(text: string): string[] {
  return text
    .split(BETWEEN_WORDS)
    .map(nameKey)
    .filter((word) => word !== '');
}

/**
 * A filter over a list that stays the same while someone types. It keeps the items whose text holds
 * every word, or words that begin, end or go on with it, in their order; without words the list
 * itself. Texts are split at the first use.
 */
export function createFilter<T>(
  items: readonly T[],
  textOf: (item: T) => string,
): (query: string) => readonly T[] {
  let keys: readonly string[] | null = null;
  return (query) => {
    const words = splitWords(query);
    if (words.length === 0) return items;
    keys ??= items.map((item) => splitWords(textOf(item)).join(' '));
    const known = keys;
    return items.filter((_, position) =>
      words.every((word) => known[position]?.includes(word) === true),
    );
  };
}
