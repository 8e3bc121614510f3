import type { PackName } from '../format/manifest.ts';
import type { AcceptedManifest } from '../format/trust/accept-manifest.ts';
import type { SearchRequest, SearchResponse } from '../search/search-engine.ts';

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
  | { readonly kind: 'search'; readonly id: number; readonly request: SearchRequest }
  /** The answer is no longer wanted. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** Reads ahead what later searches need. */
  | { readonly kind: 'warm' };

/** What the worker answers to a search that was not cancelled. */
export type WorkerAnswer =
  | { readonly kind: 'found'; readonly id: number; readonly response: SearchResponse }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: SearchFailure };

/** A failure as it crosses the border of the worker. */
export interface SearchFailure {
  /** Class of the error: `NotOnDeviceError`, `SearchUnavailableError`, ... */
  readonly name: string;
  readonly message: string;
  /** Pack that would have to be installed. */
  readonly pack?: PackName;
}
