import { nameKey } from '../format/name-key.ts';
import type { Facet } from '../format/records/facet.ts';
import type { SearchManifest } from '../format/manifest.ts';
import { createChunk, forEachChunk } from './lists/posting-list.ts';
import type { ParsedQuery } from './query/parse-query.ts';

interface FilterSources {
  readonly manifest: SearchManifest;
  readFacets(): Promise<readonly Facet[]>;
  readFacetPapers(facet: Facet): Promise<Uint8Array>;
}

/** Facets that a filter may stand for at most: `task:segmentation` means every task with that word. */
const MAX_NAMED = 64;

export interface FilteredDocuments {
  /** 1 for each document that may be a result; null when all may. */
  readonly allowed: Uint8Array | null;
  /** Filters that name nothing in this archive, as they were typed: `task:cooking`. */
  readonly unmatched: readonly string[];
}

/** The documents that the filters of a query let through. A filter that names nothing lets nothing through. */
export async function allowDocuments(
  { years, filters }: Pick<ParsedQuery, 'years' | 'filters'>,
  sources: FilterSources,
): Promise<FilteredDocuments> {
  const unmatched: string[] = [];
  if (years.length === 0 && filters.length === 0) return { allowed: null, unmatched };
  const { documents } = sources.manifest;
  const allowed = new Uint8Array(documents).fill(1);
  for (const range of years) {
    const passing = new Uint8Array(documents);
    allowYears(passing, range, sources.manifest.years);
    keep(allowed, passing, range.isExcluded);
  }
  const facets = filters.length === 0 ? [] : await sources.readFacets();
  for (const { kind, text, isExcluded } of filters) {
    const passing = new Uint8Array(documents);
    const found = findFacets(facets, kind, text);
    if (found.length === 0) unmatched.push(`${kind}:${text}`);
    for (const facet of found) {
      const bytes = await sources.readFacetPapers(facet);
      markPapers(bytes, facet.papers, documents, passing);
    }
    keep(allowed, passing, isExcluded);
  }
  return { allowed, unmatched };
}

/** Keeps what passes; with a minus, what does not. */
function keep(allowed: Uint8Array, passing: Uint8Array, isExcluded: boolean): void {
  const wanted = isExcluded ? 0 : 1;
  for (let document = 0; document < allowed.length; document++) {
    if (passing[document] !== wanted) allowed[document] = 0;
  }
}

/** The facet of that slug or name; when there is none, those whose names hold all of its words. */
export function findFacets(
  facets: readonly Facet[],
  kind: Facet['kind'],
  text: string,
): readonly Facet[] {
  const own = facets.filter((facet) => facet.kind === kind);
  const key = nameKey(text);
  const exact = own.filter(({ slug, name }) => slug === text || nameKey(name) === key);
  if (exact.length > 0) return exact;
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const holding = own.filter(({ name }) => {
    const lower = name.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  return holding.slice(0, MAX_NAMED);
}

function allowYears(
  allowed: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  years: SearchManifest['years'],
): void {
  for (const [index, [first, year]] of years.entries()) {
    const end = years[index + 1]?.[0] ?? allowed.length;
    if (year >= from && year <= to && year !== 0) allowed.fill(1, first, end);
  }
}

/** Sets 1 for each paper of a posting list. */
export function markPapers(
  bytes: Uint8Array,
  count: number,
  documents: number,
  marks: Uint8Array,
): void {
  const chunk = createChunk();
  forEachChunk(bytes, count, { from: 0, to: documents }, chunk, (size) => {
    for (let index = 0; index < size; index++) marks[chunk.documents[index] ?? 0] = 1;
  });
}
