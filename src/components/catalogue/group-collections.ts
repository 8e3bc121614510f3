import type { Method } from '../../format/records/method.ts';

type Collection = NonNullable<Method['collections']>[number];

export interface CollectionGroup {
  /** null for collections that the archive files under no area. */
  readonly area: string | null;
  readonly names: readonly string[];
}

/** A method's collections under their areas, in the archive's order; those without an area last. */
export function groupCollections(collections: readonly Collection[]): CollectionGroup[] {
  const names = new Map<string | null, Set<string>>();
  for (const { name, area } of collections) {
    const key = area?.name ?? null;
    names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  return [...names]
    .map(([area, set]) => ({ area, names: [...set] }))
    .sort((a, b) => Number(a.area === null) - Number(b.area === null));
}
