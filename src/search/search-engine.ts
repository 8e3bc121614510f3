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
import { preferTypedForms } from './query/prefer-typed-forms.ts';
import { verifyPhrases } from './query/verify-phrases.ts';
import { IMPACT_VALUES, SHORT_QUERY_VALUES, SHORT_QUERY_WORDS } from './ranking-model.ts';
import type { ScorePlan } from './score-plan.ts';
import { Scorer, type Ranking } from './scorer.ts';
import type { SearchSources } from './search-sources.ts';
import {
  findSimilarPapers,
  type SimilarPaper,
  type SimilarRequest,
} from './similar/similar-papers.ts';

export type SearchOrder = 'relevance' | 'date' | 'repositories';

export interface SearchRequest {
  readonly text: string;
  /** The last word may be only a beginning. */
  readonly isTyping: boolean;
  /** Words are taken as they are, without looking for slips. */
  readonly isExact?: boolean;
  /** `date` is newest first; `repositories` most of them first, then newest. Default: by relevance. */
  readonly order?: SearchOrder;
  /** Results left out from the top, and wanted after those. */
  readonly skip?: number;
  readonly limit: number;
  readonly wantsFacets?: boolean;
}

export interface SearchResponse {
  /** Numbers of papers, best first. */
  readonly papers: readonly number[];
  readonly total: number;
  /** A phrase was looked for in the best candidates only: there may be more. */
  readonly isTotalLeast: boolean;
  /** How the papers are ordered: as asked, unless this index cannot. */
  readonly order: SearchOrder;
  /** Which texts were searched. */
  readonly setName: ListSetName;
  readonly corrections: readonly WordCorrection[];
  /** Words that no paper has. */
  readonly unknown: readonly string[];
  /** Filters that name nothing in this archive, as they were typed. */
  readonly unmatched: readonly string[];
  /**
   * Nothing has all that was asked for. `words`: shown is what has some of the words; `filters`: what has
   * words, but does not pass the filters.
   */
  readonly relaxed: 'words' | 'filters' | null;
  /** Terms that results have, to mark them. */
  readonly terms: readonly string[];
  readonly facets: CountedFacets | null;
}

/** Candidates whose texts are looked through for a phrase: on the device, and over the network. */
const PHRASE_CANDIDATES = { installed: 200, online: 16 };
/** Where no more papers than these have all of a short query, their texts tell which has its words as they were typed. */
const MOST_COMPARED = 5;
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
    const query = parseQuery(request.text, request.isTyping);
    const set = await this.#sources.openSet();
    const planning = planTerms(query, set, this.#planOptions());
    // Read beside the lists: only choosing the best needs them.
    const pairs = this.#usePairs();
    const planned = await planning;
    signal.throwIfAborted();
    const { terms, corrections } = await this.#correct(planned, set, request);
    const { allowed, unmatched } = await allowDocuments(query, this.#sources);
    signal.throwIfAborted();
    const loaded = await loadGroups(terms, set);
    signal.throwIfAborted();
    const { order, orderBy } = await this.#readOrder(request.order ?? 'relevance');
    const limit = Math.min(MAX_RESULTS, (request.skip ?? 0) + request.limit);
    const plan: ScorePlan = {
      ...loaded,
      values: loaded.groups.length <= SHORT_QUERY_WORDS ? SHORT_QUERY_VALUES : IMPACT_VALUES,
      pairs: terms.pairs,
      coverage: COVERAGE,
      titleCoverage: TITLE_COVERAGE,
      allowed,
      orderBy,
      limit,
    };
    this.#scorer.add(plan);
    await pairs;
    signal.throwIfAborted();
    const { relaxed, ...ranked } = await this.#select(plan, query, signal);
    const ranking = { ...ranked, top: await this.#preferTyped(ranked, plan, query, signal) };
    const facets =
      request.wantsFacets === true ? await countFacets(this.#scorer.scores, this.#sources) : null;
    return {
      total: ranking.total,
      isTotalLeast: ranking.isTotalLeast,
      papers: ranking.top.slice(request.skip ?? 0, limit).map(({ document }) => document),
      order,
      setName: this.#sources.setName,
      corrections,
      unknown: terms.words.filter(isUnknown).map(({ word }) => word.text),
      unmatched,
      relaxed: ranking.total > 0 ? relaxed : null,
      terms: terms.words.flatMap(({ terms: own }) => own.map(({ entry }) => entry.term)),
      facets,
    };
  }

  /** The best of what has all that is asked for; when nothing has, of what has some of it. */
  async #select(plan: ScorePlan, query: ParsedQuery, signal: AbortSignal) {
    const exact = await this.#verify(plan, query, signal);
    if (exact.total > 0) return { ...exact, relaxed: null };
    const groups = plan.groups.map((group) => ({ ...group, isRequired: false }));
    const withSome = { ...this.#scorer.rank({ ...plan, groups }), isTotalLeast: false };
    if (withSome.total > 0 || plan.allowed === null || groups.length === 0) {
      return { ...withSome, relaxed: 'words' as const };
    }
    const unfiltered = this.#scorer.rank({ ...plan, groups, allowed: null });
    return { ...unfiltered, isTotalLeast: false, relaxed: 'filters' as const };
  }

  /** The best, and of them those that have the phrases of the query. */
  async #verify(
    plan: ScorePlan,
    query: ParsedQuery,
    signal: AbortSignal,
  ): Promise<Ranking & { readonly isTotalLeast: boolean }> {
    if (query.phrases.length === 0 && query.excludedPhrases.length === 0) {
      return { ...this.#scorer.select(plan), isTotalLeast: false };
    }
    const candidates = PHRASE_CANDIDATES[this.#sources.isInstalled ? 'installed' : 'online'];
    const { top, total } = this.#scorer.select({ ...plan, limit: candidates });
    const verified = await verifyPhrases(
      top,
      query,
      (number) => this.#sources.readTexts(number),
      signal,
    );
    // Facets are counted over the scores: they are to be those of the results that are shown.
    const { scores } = this.#scorer;
    const kept = verified.map(({ document }) => [document, scores[document] ?? 0] as const);
    scores.fill(0);
    for (const [document, score] of kept) scores[document] = score;
    const isTotalLeast = total > candidates;
    return { top: verified.slice(0, plan.limit), total: verified.length, isTotalLeast };
  }

  /** Orders the few papers that have all of a short query by the forms of its words. */
  async #preferTyped(
    { top, total }: Ranking,
    { groups, orderBy }: ScorePlan,
    { words }: ParsedQuery,
    signal: AbortSignal,
  ): Promise<Ranking['top']> {
    const isApt =
      this.#sources.isInstalled &&
      orderBy === null &&
      groups.length <= SHORT_QUERY_WORDS &&
      !words.some(({ isOpen }) => isOpen);
    if (!isApt) return top;
    const lacking = top.findIndex(({ document }) => !this.#scorer.hasAll(document, groups.length));
    const complete = lacking < 0 ? top.length : lacking;
    const areAll = lacking >= 0 || top.length === total;
    if (complete < 2 || complete > MOST_COMPARED || !areAll) return top;
    const first = await preferTypedForms(
      top.slice(0, complete),
      words,
      (number) => this.#sources.readTexts(number),
      signal,
    );
    return [...first, ...top.slice(complete)];
  }

  async #readOrder(
    wanted: SearchOrder,
  ): Promise<{ order: SearchOrder; orderBy: ArrayLike<number> | null }> {
    switch (wanted) {
      case 'relevance':
        return { order: wanted, orderBy: null };
      case 'date':
        return { order: wanted, orderBy: [] };
      case 'repositories': {
        const counts = await this.#sources.readRepositories();
        return { order: counts === null ? 'relevance' : wanted, orderBy: counts };
      }
    }
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
}

function isUnknown({ word, terms }: QueryTerms['words'][number]): boolean {
  return terms.length === 0 && !word.isStop && !word.isWhole;
}
