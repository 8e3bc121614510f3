import type { MethodListing } from '../../format/records/method.ts';
import { slugify } from '../../format/slug.ts';

/** Methods that the archive files under one name. */
export interface MethodCollection {
  readonly slug: string;
  readonly name: string;
  /** null where the methods tell of none. */
  readonly area: string | null;
  /** Most papers first. */
  readonly methods: readonly MethodListing[];
}

export interface MethodArea {
  readonly slug: string;
  readonly name: string;
  readonly methods: readonly MethodListing[];
  /** Most methods first. */
  readonly collections: readonly MethodCollection[];
}

/**
 * Areas of methods with their collections, most methods first. Lists say the areas and the collections of a
 * method, not which belongs to which; a collection is of the area that most of its methods have.
 */
export function planMethodTree(methods: readonly MethodListing[]): MethodArea[] {
  const collections = planCollections(methods);
  const areas = groupByName(methods, (method) => method.areas ?? []);
  return [...areas]
    .map(([name, own]) => ({
      slug: slugify(name),
      name,
      methods: own,
      collections: collections.filter(({ area }) => area === name),
    }))
    .sort((a, b) => b.methods.length - a.methods.length);
}

/** All collections, most methods first. */
export function planCollections(methods: readonly MethodListing[]): MethodCollection[] {
  return [...groupByName(methods, (method) => method.collections ?? [])]
    .map(([name, own]) => ({ slug: slugify(name), name, area: areaOf(own), methods: own }))
    .sort((a, b) => b.methods.length - a.methods.length);
}

/** The item of a slug, written in any case and perhaps with the number of an old address behind it. */
export function findBySlug<T extends { readonly slug: string }>(
  items: readonly T[],
  slug: string,
): T | null {
  const names = [slug.toLowerCase(), slug.toLowerCase().replace(/-\d{1,2}$/, '')];
  return names.map((name) => items.find((item) => item.slug === name)).find(Boolean) ?? null;
}

function areaOf(methods: readonly MethodListing[]): string | null {
  // Methods of a single area tell most surely.
  const single = methods.filter(({ areas = [] }) => areas.length === 1);
  const counted = groupByName(single.length > 0 ? single : methods, ({ areas = [] }) => areas);
  const [most] = [...counted].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}

function groupByName(
  methods: readonly MethodListing[],
  namesOf: (method: MethodListing) => readonly string[],
): Map<string, MethodListing[]> {
  const groups = new Map<string, MethodListing[]>();
  for (const method of methods) {
    for (const name of new Set(namesOf(method))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [method]);
      else group.push(method);
    }
  }
  return groups;
}
