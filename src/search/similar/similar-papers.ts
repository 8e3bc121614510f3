import { nameKey } from '../../format/name-key.ts';
import type { Facet, FacetKind } from '../../format/records/facet.ts';
import { createChunk } from '../lists/posting-list.ts';
import { IMPACT_VALUES } from '../ranking-model.ts';
import type { SearchSources } from '../search-sources.ts';
import { forEachPosting, type LoadedPostings } from '../postings.ts';
import type { ScoredGroup } from '../score-plan.ts';
import type { Scorer } from '../scorer.ts';
import type { TopResult } from '../top-results.ts';
import { boardTerm } from '../words/terms.ts';
import type { ListSet } from '../list-set.ts';
import { collectTextTerms, type TextTerm } from './text-terms.ts';
import { findTellingTerms, sharedWeight, type TellingLimits } from './telling-terms.ts';

type Named = { readonly slug?: string; readonly name: string };

/** What of a paper is compared with the others. */
export interface SimilarRequest {
  /** Its number. */
  readonly number: number;
  readonly title: string;
  readonly abstract: string | null;
  /** Slugs of the leaderboards that it is on. */
  readonly boards: readonly string[];
  readonly tasks: readonly Named[];
  readonly methods: readonly Named[];
  readonly limit: number;
}

export interface SimilarPaper {
  readonly number: number;
  /** Words of the paper asked for that this one has too, the most telling first. */
  readonly words: readonly string[];
  /** Slugs of the leaderboards that both are on. */
  readonly boards: readonly string[];
}

/**
 * On the device everything is at hand. Over the network a term costs a block of the dictionary and its list,
 * and a similar paper the block of its record: so only words of the title and of the names of tasks, short
 * lists, and fewer papers.
 */
const LIMITS: Record<'installed' | 'online', TellingLimits & { readonly papers: number }> = {
  installed: { lookups: Infinity, terms: 30, listBytes: Infinity, papers: Infinity },
  online: { lookups: 12, terms: 6, listBytes: 24_000, papers: 5 },
};

/** How much it says when papers share a feature of a kind, against a word that is in both titles. */
const BOARD_SHARE = 1;
const FACET_SHARES = { task: 0.7, method: 0.4 } satisfies Partial<Record<FacetKind, number>>;

/** Lists of facets have impacts of 1, which is a fifteenth of the full strength. */
const FACET_STRENGTH = 15;

/** Papers that have less of what the paper itself would score are not like it. */
const LEAST_SHARE = 0.08;

/** Words told of each similar paper. */
const MAX_WORDS = 4;

/**
 * Finds the papers most like one: those that share its most telling words, its boards, and on the device its
 * tasks and methods; all weighed by the square of their rarity, as cosine similarity of tf-idf vectors
 * does ("More like this" of Lucene).
 */
export async function findSimilarPapers(
  request: SimilarRequest,
  sources: SearchSources,
  scorer: Scorer,
  signal: AbortSignal,
): Promise<SimilarPaper[]> {
  const { documents } = sources.manifest;
  const set = await sources.openSet();
  signal.throwIfAborted();
  const limits = LIMITS[sources.isInstalled ? 'installed' : 'online'];
  const telling = await findTellingTerms(textTermsOf(request, sources), set, documents, limits);
  signal.throwIfAborted();
  const words = await Promise.all(
    telling.map(async ({ word, entry, weight }) => ({
      word,
      weight,
      postings: await set.load(entry),
    })),
  );
  const boards = await loadBoards(request.boards, set, documents);
  const features = [...boards, ...(sources.isInstalled ? await loadFacets(request, sources) : [])];
  signal.throwIfAborted();
  const limit = Math.min(request.limit, limits.papers);
  const { top } = scorer.rank({
    groups: [...words, ...features].map(toGroup),
    values: IMPACT_VALUES,
    pairs: [],
    coverage: 0,
    titleCoverage: 0,
    excluded: [],
    allowed: null,
    orderBy: null,
    limit: limit + 1,
  });
  const alike = keepAlike(top, request.number, scorer.scores[request.number] ?? 0).slice(0, limit);
  const shared = <T extends Weighted>(features: readonly T[], nameOf: (feature: T) => string) =>
    findSharing(alike, features, nameOf, documents);
  const sharedWords = shared(words, ({ word }) => word);
  const sharedBoards = shared(boards, ({ slug }) => slug);
  return alike.map((number) => ({
    number,
    words: (sharedWords.get(number) ?? []).slice(0, MAX_WORDS),
    boards: sharedBoards.get(number) ?? [],
  }));
}

/** Without the facets, the names of tasks are words like those of the title. */
function textTermsOf(
  { title, abstract, tasks }: SimilarRequest,
  { setName, isInstalled }: SearchSources,
): TextTerm[] {
  const names = isInstalled ? [] : tasks.map(({ name }) => name);
  return collectTextTerms([title, ...names].join('. '), setName === 'texts' ? abstract : null);
}

interface Weighted {
  readonly postings: LoadedPostings;
  readonly weight: number;
}

function toGroup({ postings, weight }: Weighted): ScoredGroup {
  return {
    lists: [{ postings, weight }],
    coverageWeight: 0,
    isTitleOnly: false,
    isRequired: false,
  };
}

interface WeightedBoard extends Weighted {
  readonly slug: string;
}

async function loadBoards(
  slugs: readonly string[],
  set: ListSet,
  documents: number,
): Promise<WeightedBoard[]> {
  const loaded = [...new Set(slugs)].map(async (slug): Promise<WeightedBoard | null> => {
    const entry = await set.find(boardTerm(slug));
    if (entry === null || entry.frequency < 2) return null;
    const weight = Math.round(BOARD_SHARE * sharedWeight(entry.frequency, documents));
    return { slug, weight, postings: await set.load(entry) };
  });
  return (await Promise.all(loaded)).filter((one) => one !== null);
}

async function loadFacets(
  { tasks, methods }: SimilarRequest,
  sources: SearchSources,
): Promise<Weighted[]> {
  const facets = await sources.readFacets();
  const { documents } = sources.manifest;
  const loaded: Promise<Weighted>[] = [];
  for (const [kind, named] of [
    ['task', tasks],
    ['method', methods],
  ] as const) {
    const wanted = new Set(named.map(keyOf));
    for (const facet of facets) {
      if (facet.kind !== kind || facet.papers < 2 || !wanted.has(keyOf(facet))) continue;
      const share = FACET_SHARES[kind] * FACET_STRENGTH;
      const weight = Math.round(share * sharedWeight(facet.papers, documents));
      loaded.push(loadFacet(facet, sources).then((postings) => ({ weight, postings })));
    }
  }
  return Promise.all(loaded);
}

const keyOf = ({ slug, name }: Named): string => slug ?? ` ${nameKey(name)}`;

async function loadFacet(facet: Facet, sources: SearchSources): Promise<LoadedPostings> {
  const bytes = await sources.readFacetPapers(facet);
  const range = { from: 0, to: sources.manifest.documents };
  return [{ kind: 'packed', bytes, frequency: facet.papers, range }];
}

/** Without the paper itself, and what has too little in common with it. */
function keepAlike(top: readonly TopResult[], number: number, ownScore: number): number[] {
  return top
    .filter(({ document, score }) => document !== number && score >= ownScore * LEAST_SHARE)
    .map(({ document }) => document);
}

/** Which of some features each of some papers has, in the features' order. */
function findSharing<T extends Weighted>(
  papers: readonly number[],
  features: readonly T[],
  nameOf: (feature: T) => string,
  documents: number,
): ReadonlyMap<number, readonly string[]> {
  const shared = new Map(papers.map((number): [number, string[]] => [number, []]));
  const chunk = createChunk();
  for (const feature of features) {
    forEachPosting(feature.postings, documents, chunk, (size) => {
      for (let index = 0; index < size; index++) {
        shared.get(chunk.documents[index] ?? -1)?.push(nameOf(feature));
      }
    });
  }
  return shared;
}
