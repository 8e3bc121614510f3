import type { SearchManifest } from '../format/manifest.ts';
import type { Facet } from '../format/records/facet.ts';
import { createChunk, forEachChunk } from './lists/posting-list.ts';

/** How many results have a facet. */
export interface FacetCount {
  readonly slug?: string;
  readonly name: string;
  readonly papers: number;
}

export interface CountedFacets {
  /** Years that results are of, oldest first. */
  readonly years: readonly { readonly year: number; readonly papers: number }[];
  /** The facets that most results have, of each kind. */
  readonly tasks: readonly FacetCount[];
  readonly methods: readonly FacetCount[];
  readonly venues: readonly FacetCount[];
  readonly withCode: number;
  readonly withResults: number;
}

interface FacetSources {
  readonly manifest: SearchManifest;
  readFacets(): Promise<readonly Facet[]>;
  readFacetPapers(facet: Facet): Promise<Uint8Array>;
}

const SHOWN = 12;

/**
 * Counts facets over all results.
 *
 * Facets come with most papers first, so counting a kind can stop at the first that has fewer papers than
 * the least of those to be shown has results.
 * @param scores of all documents: those with more than 0 are results.
 */
export async function countFacets(
  scores: Int32Array,
  sources: FacetSources,
): Promise<CountedFacets> {
  // Before anything is waited for: the scores are those of this query only until the next is ranked.
  const isResult = new Uint8Array(scores.length);
  for (let document = 0; document < scores.length; document++) {
    isResult[document] = (scores[document] as number) > 0 ? 1 : 0;
  }
  const facets = await sources.readFacets();
  const chunk = createChunk();
  const range = { from: 0, to: isResult.length };

  async function countPapers(facet: Facet): Promise<number> {
    const bytes = await sources.readFacetPapers(facet);
    let papers = 0;
    forEachChunk(bytes, facet.papers, range, chunk, (size) => {
      for (let index = 0; index < size; index++) {
        papers += isResult[chunk.documents[index] as number] as number;
      }
    });
    return papers;
  }

  async function countKind(kind: Facet['kind']): Promise<FacetCount[]> {
    const best: FacetCount[] = [];
    for (const facet of facets) {
      if (facet.kind !== kind) continue;
      const least = best.length < SHOWN ? 0 : (best.at(-1)?.papers ?? 0);
      if (facet.papers <= least) break;
      const papers = await countPapers(facet);
      if (papers <= least) continue;
      const { name, slug } = facet;
      const place = best.findIndex((other) => other.papers < papers);
      const counted = slug === undefined ? { name, papers } : { slug, name, papers };
      best.splice(place < 0 ? best.length : place, 0, counted);
      if (best.length > SHOWN) best.pop();
    }
    return best;
  }

  const [tasks, methods, venues, has] = [
    await countKind('task'),
    await countKind('method'),
    await countKind('venue'),
    await countKind('has'),
  ];
  const withOf = (name: string) => has.find((facet) => facet.name === name)?.papers ?? 0;
  return {
    years: countYears(isResult, sources.manifest.years),
    tasks,
    methods,
    venues,
    withCode: withOf('code'),
    withResults: withOf('results'),
  };
}

function countYears(isResult: Uint8Array, runs: SearchManifest['years']): CountedFacets['years'] {
  const byYear = new Map<number, number>();
  for (const [index, [first, year]] of runs.entries()) {
    const end = runs[index + 1]?.[0] ?? isResult.length;
    let papers = 0;
    for (let document = first; document < end; document++) papers += isResult[document] ?? 0;
    if (papers > 0 && year !== 0) byYear.set(year, (byYear.get(year) ?? 0) + papers);
  }
  return [...byYear].map(([year, papers]) => ({ year, papers })).sort((a, b) => a.year - b.year);
}
