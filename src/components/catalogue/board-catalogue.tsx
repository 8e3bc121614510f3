import { useMemo, type ReactNode } from 'react';
import type { BoardListing } from '../../format/records/board.ts';
import type { Ref } from '../../format/records/shared.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { AreaBoards } from './area-boards.tsx';
import { AreaLinks } from './area-links.tsx';
import { BoardMatches } from './board-matches.tsx';
import { FilterBox } from './filter-box.tsx';
import { FilterStatus } from './filter-status.tsx';
import { groupByArea } from './group-by-area.ts';
import { createFilter, splitWords } from './match-words.ts';
import { useFilterText } from './use-filter-text.ts';

const NONE: readonly BoardListing[] = [];

/** Boards that match a filter; without one the children, or all boards by area. */
export function BoardCatalogue({
  areas,
  boards: known,
  total,
  query: inAddress,
  onQuery,
  children,
}: {
  readonly areas: readonly Ref[];
  /** null while nobody has asked for them: the list is long. */
  readonly boards: readonly BoardListing[] | null;
  /** How many there are. */
  readonly total: number;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** In place of all boards. */
  readonly children?: ReactNode;
}) {
  const boards = known ?? NONE;
  const { text, setText, query } = useFilterText(inAddress, onQuery);
  const filter = useMemo(
    () => createFilter(boards, (board) => `${board.task.name} ${board.dataset}`),
    [boards],
  );
  const matches = useMemo(() => filter(query), [filter, query]);
  const groups = useMemo(() => groupByArea(areas, boards), [areas, boards]);
  const isFiltered = known !== null && splitWords(query).length > 0;
  return (
    <>
      <div className="filter-bar">
        <FilterBox label="Filter by task or dataset" text={text} onChange={setText} />
      </div>
      <FilterStatus>
        {isFiltered
          ? `${formatCount(matches.length)} of ${formatPlural(total, 'leaderboard')}`
          : `${formatPlural(total, 'leaderboard')} in ${formatPlural(areas.length, 'area')}`}
      </FilterStatus>
      {isFiltered ? (
        <BoardMatches boards={matches} query={query} onClear={() => setText('')} />
      ) : (
        (children ?? (
          <>
            <AreaLinks groups={groups} to="/sota" />
            {groups.map((group) => (
              <AreaBoards key={group.area?.slug ?? ''} group={group} />
            ))}
          </>
        ))
      )}
    </>
  );
}
