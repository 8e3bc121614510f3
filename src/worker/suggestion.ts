import type { NameKind } from '../format/records/name.ts';
import type { Fit } from '../search/names/match-name.ts';

/** A record whose name fits what is being typed. */
export interface NameSuggestion {
  readonly kind: NameKind;
  readonly slug: string;
  readonly name: string;
  readonly fit: Fit;
  /** How much there is of it: results, boards or papers, by kind. */
  readonly count: number;
}

/** A paper that fits what is being typed. */
export interface PaperSuggestion {
  readonly slug: string;
  /** May hold TeX; may be ''. */
  readonly title: string;
  readonly authors: readonly string[];
  /** null when it has none. */
  readonly date: string | null;
  readonly fit: Fit | null;
}

/** What the engine finds for a text that is being typed. */
export interface PaperSuggestions {
  readonly papers: readonly PaperSuggestion[];
  /** Names of authors of papers that were found by them. */
  readonly authors: readonly { readonly name: string; readonly fit: Fit }[];
  /** Papers that match in all. */
  readonly total: number;
}

/** What is being typed, and how many suggestions of a kind are wanted. */
export interface SuggestionRequest {
  readonly text: string;
  readonly limit: number;
}
