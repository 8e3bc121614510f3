/** A value that can be chosen, with the number of items that have it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Counts the values of a facet over items that may have several or none; most frequent first. */
export function countFacet<T>(
  items: readonly T[],
  valuesOf: (item: T) => readonly string[] | undefined,
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of new Set(valuesOf(item))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
