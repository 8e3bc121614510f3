import type { PackName } from '../format/manifest.ts';
import type { AcceptedManifest } from '../format/trust/accept-manifest.ts';
import type { SearchRequest, SearchResponse } from '../search/search-engine.ts';
import type { SimilarPaper, SimilarRequest } from '../search/similar/similar-papers.ts';
import type { NameSuggestion, PaperSuggestions, SuggestionRequest } from './suggestion.ts';

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

/** What can be asked of the worker, and what it answers. */
export interface Questions {
  readonly search: { readonly request: SearchRequest; readonly response: SearchResponse };
  readonly similar: {
    readonly request: SimilarRequest;
    readonly response: readonly SimilarPaper[];
  };
  readonly names: {
    readonly request: SuggestionRequest;
    readonly response: readonly NameSuggestion[];
  };
  readonly papers: { readonly request: SuggestionRequest; readonly response: PaperSuggestions };
}

export type Question = keyof Questions;

/** A question as it is asked. */
type Asked = {
  [Kind in Question]: {
    readonly kind: Kind;
    readonly id: number;
    readonly request: Questions[Kind]['request'];
  };
}[Question];

/** What a page says to the worker. The first message opens a snapshot; it is not answered by itself. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly opening: SearchOpening }
  | Asked
  /** The answer is no longer wanted. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** Reads ahead what later searches, or suggestions of names, need. */
  | { readonly kind: 'warm'; readonly what?: 'search' | 'names' };

/** What the worker answers to a question that was not cancelled. */
export type WorkerAnswer =
  | {
      readonly kind: 'found';
      readonly id: number;
      readonly response: Questions[Question]['response'];
    }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: SearchFailure };

/** A failure as it crosses the border of the worker. */
export interface SearchFailure {
  /** Class of the error: `NotOnDeviceError`, `SearchUnavailableError`, ... */
  readonly name: string;
  readonly message: string;
  /** Pack that would have to be installed. */
  readonly pack?: PackName;
}
