import type { RecentSearches } from '../../db/recent-searches.ts';
import type {
  NameSuggestion,
  PaperSuggestions,
  SuggestionRequest,
} from '../../worker/suggestion.ts';
import type { AddressAccess } from '../search/resolve-address.ts';

/** What the palette asks of the app. */
export interface PaletteAccess extends AddressAccess {
  /** Reads ahead what suggestions need. */
  warm(): void;
  suggestNames(request: SuggestionRequest, signal: AbortSignal): Promise<readonly NameSuggestion[]>;
  suggestPapers(request: SuggestionRequest, signal: AbortSignal): Promise<PaperSuggestions>;
  /** null where the browser stores nothing. */
  recentSearches(): Promise<RecentSearches | null>;
}
