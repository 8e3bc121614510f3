import { countFacets, type CountedFacets } from './facet-counts.ts';
import { allowDocuments } from './filters.ts';
import type { ListSet } from './list-set.ts';
import type { ListSetName } from './list-set-name.ts';
import { parseQuery, type ParsedQuery } from './query/parse-query.ts';
import {
  COVERAGE,
  loadGroups,
  planTerms,
  TITLE_COVERAGE,
  type QueryTerms,
} from './query/plan-query.ts';
import { correctWords, type WordCorrection } from './query/correct-words.ts';
import { verifyPhrases } from './query/verify-phrases.ts';
import { Scorer, type Ranking } from './scorer.ts';
import type { SearchSources } from './search-sources.ts';
import {
  findSimilarPapers,
  type SimilarPaper,
  type SimilarRequest,
} from './similar/similar-papers.ts';

export interface SearchRequest {
  readonly text: string;
  /** The last word may be only a beginning. */
  readonly isTyping: boolean;
  /** Words are taken as they are, without looking for slips. */
  readonly isExact?: boolean;
  readonly order?: 'relevance' | 'date';
  /** Results left out from the top, and wanted after those. */
  readonly skip?: number;
  readonly limit: number;
  readonly wantsFacets?: boolean;
}

export interface SearchResponse {
  /** Numbers of papers, best first. */
  readonly papers: readonly number[];
  readonly total: number;
  /** Which texts were searched. */
  readonly setName: ListSetName;
  readonly corrections: readonly WordCorrection[];
  /** Words that no paper has. */
  readonly unknown: readonly string[];
  /** Nothing has all that was asked for, so what has some of it is shown. */
  readonly isRelaxed: boolean;
  /** Terms that results have, to mark them. */
  readonly terms: readonly string[];
  readonly facets: CountedFacets | null;
}

/** Candidates whose texts are looked through for a phrase. */
const PHRASE_CANDIDATES = 200;
/** Blocks of the dictionary that completing a word may read: on the device, and over the network. */
const COMPLETION_BLOCKS = { installed: 60, online: 3 };
/** What can be paged through. */
const MAX_RESULTS = 1000;

/** Searches one snapshot. Requests are answered one after the other. */
export class SearchEngine {
  readonly #sources: SearchSources;
  readonly #scorer: Scorer;
  #pairs: Promise<void> | null = null;

  constructor(sources: SearchSources) {
    this.#sources = sources;
    this.#scorer = new Scorer(sources.manifest.documents);
  }

  /** @throws the signal's reason; what the sources throw. */
  async search(request: SearchRequest, signal: AbortSignal): Promise<SearchResponse> {
    const { setName } = this.#sources;
    const query = parseQuery(request.text, request.isTyping);
    const set = await this.#sources.openSet();
    await this.#usePairs();
    signal.throwIfAborted();
    const planned = await planTerms(query, set, this.#planOptions());
    signal.throwIfAborted();
    const { terms, corrections } = await this.#correct(planned, set, request);
    const allowed = await allowDocuments(query, this.#sources);
    signal.throwIfAborted();
    const loaded = await loadGroups(terms, set);
    signal.throwIfAborted();
    const limit = Math.min(MAX_RESULTS, (request.skip ?? 0) + request.limit);
    const plan = {
      ...loaded,
      pairs: terms.pairs,
      coverage: COVERAGE,
      titleCoverage: TITLE_COVERAGE,
      allowed,
      order: request.order ?? 'relevance',
      limit: query.phrases.length > 0 ? Math.max(limit, PHRASE_CANDIDATES) : limit,
    };
    let ranking = this.#scorer.rank(plan);
    let isRelaxed = false;
    if (query.phrases.length > 0) ranking = await this.#verify(ranking, query, signal);
    const isFiltered = plan.groups.some((group) => group.isRequired);
    if (ranking.total === 0 && isFiltered) {
      isRelaxed = true;
      const groups = plan.groups.map((group) => ({ ...group, isRequired: false }));
      ranking = this.#scorer.rank({ ...plan, groups });
    }
    const facets =
      request.wantsFacets === true ? await countFacets(this.#scorer.scores, this.#sources) : null;
    return {
      papers: ranking.top.slice(request.skip ?? 0, limit).map(({ document }) => document),
      total: ranking.total,
      setName,
      corrections,
      unknown: terms.words.filter(isUnknown).map(({ word }) => word.text),
      isRelaxed: isRelaxed && ranking.total > 0,
      terms: terms.words.flatMap(({ terms: own }) => own.map(({ entry }) => entry.term)),
      facets,
    };
  }

  /** The papers most like one, most alike first. @throws the signal's reason; what the sources throw. */
  similar(request: SimilarRequest, signal: AbortSignal): Promise<SimilarPaper[]> {
    return findSimilarPapers(request, this.#sources, this.#scorer, signal);
  }

  /** Reads the whole dictionary, so that the first slip is found as quickly as the next. */
  async warm(): Promise<void> {
    if (!this.#sources.isInstalled) return;
    const { source } = await this.#sources.openSet();
    for (const block of source.firstTerms.keys()) await source.readTerms(block);
  }

  #planOptions() {
    const { manifest, isInstalled } = this.#sources;
    return {
      documents: manifest.documents,
      completionBlocks: COMPLETION_BLOCKS[isInstalled ? 'installed' : 'online'],
    };
  }

  /** Titles' pairs only order results that are found without them: online they are not worth their size. */
  #usePairs(): Promise<void> {
    if (!this.#sources.isInstalled) return Promise.resolve();
    this.#pairs ??= this.#sources.readTitlePairs().then(
      (bytes) => this.#scorer.usePairs(bytes),
      () => {
        this.#pairs = null;
      },
    );
    return this.#pairs;
  }

  async #correct(
    terms: QueryTerms,
    set: ListSet,
    request: SearchRequest,
  ): Promise<{ terms: QueryTerms; corrections: WordCorrection[] }> {
    if (request.isExact === true || !terms.words.some(isUnknown)) return { terms, corrections: [] };
    return correctWords(terms, set, {
      documents: this.#sources.manifest.documents,
      isInstalled: this.#sources.isInstalled,
    });
  }

  async #verify(ranking: Ranking, query: ParsedQuery, signal: AbortSignal): Promise<Ranking> {
    const top = await verifyPhrases(
      ranking.top.slice(0, PHRASE_CANDIDATES),
      query.phrases,
      (number) => this.#sources.readTexts(number),
      signal,
    );
    return { top, total: top.length };
  }
}

function isUnknown({ word, terms }: QueryTerms['words'][number]): boolean {
  return terms.length === 0 && !word.isStop && !word.isWhole;
}
