import { Link } from '@tanstack/react-router';
import type { Board, BoardListing } from '../../format/records/board.ts';
import type { Model } from '../../format/records/model.ts';
import { BoardComparison } from './board-comparison.tsx';
import type { CompareSearch } from './compare-search.ts';
import { ModelComparison } from './model-comparison.tsx';
import './compare.css';

/** What was read for an address. */
export type Compared =
  | {
      readonly kind: 'models';
      readonly records: readonly (Model | null)[];
      readonly boards: readonly Board[];
    }
  | { readonly kind: 'boards'; readonly boards: readonly (Board | null)[] };

/** Models over the boards that hold them, or two boards over the models that they hold. */
export function ComparePage({
  compared,
  search,
  hasModels,
  onSearch,
  readModels,
  readBoards,
}: {
  readonly compared: Compared;
  readonly search: CompareSearch;
  /** Whether the snapshot says which boards hold which models. */
  readonly hasModels: boolean;
  readonly onSearch: (search: CompareSearch) => void;
  readonly readModels: () => Promise<Model[]>;
  readonly readBoards: () => Promise<BoardListing[]>;
}) {
  const isOfModels = compared.kind === 'models';
  return (
    <div className="compare-page">
      <h1>Compare {isOfModels ? 'models' : 'leaderboards'}</h1>
      <nav className="compare-kinds no-print" aria-label="What to compare">
        <Link
          to="/compare"
          activeOptions={{ exact: true, includeSearch: true }}
          activeProps={{ 'aria-current': undefined }}
          aria-current={isOfModels ? 'page' : undefined}
        >
          Models
        </Link>
        <Link
          to="/compare"
          search={{ of: 'boards' }}
          activeProps={{ 'aria-current': undefined }}
          aria-current={isOfModels ? undefined : 'page'}
        >
          Leaderboards
        </Link>
      </nav>
      {isOfModels && !hasModels && (
        <p className="notice">
          This archive was built before models were indexed: models cannot be found by name. Two
          leaderboards can be compared.
        </p>
      )}
      {compared.kind === 'models' ? (
        <ModelComparison
          search={search}
          records={compared.records}
          boards={compared.boards}
          onSearch={onSearch}
          readModels={readModels}
        />
      ) : (
        <BoardComparison
          search={search}
          boards={compared.boards}
          onSearch={onSearch}
          readBoards={readBoards}
          readModels={readModels}
        />
      )}
    </div>
  );
}
