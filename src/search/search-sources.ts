import type { SearchManifest } from '../format/manifest.ts';
import type { Facet } from '../format/records/facet.ts';
import type { ListSet } from './list-set.ts';
import type { ListSetName } from './list-set-name.ts';
import type { PaperTexts } from './query/verify-phrases.ts';

/** What the engine reads from. */
export interface SearchSources {
  readonly manifest: SearchManifest;
  readonly setName: ListSetName;
  /** Whether the lists are on this device: then reading the whole dictionary is cheap. */
  readonly isInstalled: boolean;
  openSet(): Promise<ListSet>;
  readTitlePairs(): Promise<Uint8Array>;
  readFacets(): Promise<readonly Facet[]>;
  readFacetPapers(facet: Facet): Promise<Uint8Array>;
  /** Repositories of every document; null where the index does not say. */
  readRepositories(): Promise<Uint32Array | null>;
  /** Texts of a paper, to look for phrases and forms of words in; null when there is none. */
  readTexts(number: number): Promise<PaperTexts | null>;
}
