import type { Ref } from '../../format/records/shared.ts';

/** `area` is null for what belongs to none. */
export interface AreaGroup<T> {
  readonly area: Ref | null;
  readonly members: readonly T[];
}

/**
 * Items under each of their areas, in the order of `areas` and in their own order inside. Those of no
 * known area come last; areas without items are left out.
 */
export function groupByArea<T extends { readonly areas: readonly string[] }>(
  areas: readonly Ref[],
  items: readonly T[],
): AreaGroup<T>[] {
  const bySlug = new Map(areas.map(({ slug }) => [slug, [] as T[]]));
  const others: T[] = [];
  for (const item of items) {
    const lists = [...new Set(item.areas)].flatMap((slug) => {
      const list = bySlug.get(slug);
      return list === undefined ? [] : [list];
    });
    for (const list of lists.length > 0 ? lists : [others]) list.push(item);
  }
  const groups: AreaGroup<T>[] = areas.map((area) => ({
    area,
    members: bySlug.get(area.slug) ?? [],
  }));
  return [...groups, { area: null, members: others }].filter(({ members }) => members.length > 0);
}
