import { openArchive } from '../archive/archive.ts';
import { createFileReader, type ReadableStore } from '../archive/block-reader.ts';
import { openSearchIndex } from '../archive/search/open-search-index.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { SearchEngine } from '../search/search-engine.ts';
import type { Questions, SearchOpening } from './protocol.ts';
import { createNameSuggester } from './suggest-names.ts';
import { suggestPapers } from './suggest-papers.ts';

/** Everything that answers questions about one snapshot. */
export interface Searcher {
  /** Finds papers by their texts. Searches share arrays: one has to end before the next begins. */
  search(
    request: Questions['search']['request'],
    signal: AbortSignal,
  ): Promise<Questions['search']['response']>;
  /** Searches too. */
  similar(
    request: Questions['similar']['request'],
    signal: AbortSignal,
  ): Promise<Questions['similar']['response']>;
  /** Searches too. */
  papers(
    request: Questions['papers']['request'],
    signal: AbortSignal,
  ): Promise<Questions['papers']['response']>;
  names(request: Questions['names']['request']): Promise<Questions['names']['response']>;
  warm(what: 'search' | 'names'): Promise<unknown>;
}

/**
 * @param store the device's blocks; null where it stores nothing.
 * @returns at once; what cannot be read is told by the question that needs it.
 */
export function openSearcher(
  { accepted, packs }: SearchOpening,
  host: SnapshotHost,
  store: ReadableStore | null,
): Searcher {
  const open = () => openArchive({ accepted, host, store });
  const archive = open();
  const names = createNameSuggester(open);
  let engine: SearchEngine | null = null;

  /** @throws SearchUnavailableError */
  function openEngine(): SearchEngine {
    // Damage is told by the pages, which read the same blocks; here it is only mended.
    const options = { host, store, installedPacks: [], onDamage: () => undefined };
    const readFile = createFileReader(options, (raw) => raw);
    engine ??= new SearchEngine({
      ...openSearchIndex(accepted.manifest, packs, readFile),
      async readTexts(number) {
        const [paper, abstract] = await Promise.all([
          archive.paper(number),
          // A phrase of a title is found without abstracts.
          packs.includes('abstracts') ? archive.abstract(number) : null,
        ]);
        return paper === null ? null : { title: paper.title, abstract };
      },
    });
    return engine;
  }

  return {
    search: async (request, signal) => openEngine().search(request, signal),
    similar: async (request, signal) => openEngine().similar(request, signal),
    papers: async (request, signal) =>
      suggestPapers(request, openEngine(), archive, packs.includes('papers'), signal),
    names: (request) => names.suggest(request),
    warm: async (what) => (what === 'names' ? names.prepare() : openEngine().warm()),
  };
}
