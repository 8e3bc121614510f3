import type { PackName } from '../format/manifest.ts';
import type { AcceptedManifest } from '../format/trust/accept-manifest.ts';
import type { SearchRequest, SearchResponse } from '../search/search-engine.ts';
import type { SimilarPaper, SimilarRequest } from '../search/similar/similar-papers.ts';

/** What is to be searched. */
export interface SearchOpening {
  /** The snapshot that pages read, which has been judged. */
  readonly accepted: Pick<AcceptedManifest, 'id' | 'manifest'>;
  /** Addresses of the snapshot's folder, in the order of preference. */
  readonly addresses: readonly string[];
  /** Packs on this device. */
  readonly packs: readonly PackName[];
  /** Whether the device may hold blocks: if not, its database is left alone. */
  readonly mayHoldData: boolean;
}

/** What a page says to the worker. The first message opens a snapshot; it is not answered by itself. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly opening: SearchOpening }
  | WorkerQuestion
  /** The answer is no longer wanted. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** Reads ahead what later searches need. */
  | { readonly kind: 'warm' };

/** What is answered, unless it is cancelled. */
export type WorkerQuestion =
  | { readonly kind: 'search'; readonly id: number; readonly request: SearchRequest }
  | { readonly kind: 'similar'; readonly id: number; readonly request: SimilarRequest };

/** What the worker answers to a question that was not cancelled. */
export type WorkerAnswer =
  | { readonly kind: 'found'; readonly id: number; readonly response: SearchResponse }
  | { readonly kind: 'alike'; readonly id: number; readonly papers: readonly SimilarPaper[] }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: SearchFailure };

/** A failure as it crosses the border of the worker. */
export interface SearchFailure {
  /** Class of the error: `NotOnDeviceError`, `SearchUnavailableError`, ... */
  readonly name: string;
  readonly message: string;
  /** Pack that would have to be installed. */
  readonly pack?: PackName;
}
