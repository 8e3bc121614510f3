import { useMemo } from 'react';
import type { BoardListing } from '../../format/records/board.ts';
import type { TaskListing } from '../../format/records/task.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { AreaTaskBoards } from './area-task-boards.tsx';
import { BoardlessTasks } from './boardless-tasks.tsx';
import { FilterBox } from './filter-box.tsx';
import { FilterStatus } from './filter-status.tsx';
import { groupByTask } from './group-by-task.ts';
import { createFilter, splitWords } from './match-words.ts';
import { NoMatches } from './no-matches.tsx';
import { useFilterText } from './use-filter-text.ts';

/** Tasks of one area with their biggest boards, then those without boards. */
export function AreaCatalogue({
  tasks,
  boards,
  query: inAddress,
  onQuery,
}: {
  /** Of one area, as are the boards. */
  readonly tasks: readonly TaskListing[];
  readonly boards: readonly BoardListing[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const { text, setText, query } = useFilterText(inAddress, onQuery);
  const filterBoards = useMemo(
    () => createFilter(boards, (board) => `${board.task.name} ${board.dataset}`),
    [boards],
  );
  const filterTasks = useMemo(
    () =>
      createFilter(
        tasks.filter((task) => task.boards === 0),
        (task) => task.name,
      ),
    [tasks],
  );
  const groups = useMemo(() => groupByTask(filterBoards(query)), [filterBoards, query]);
  const boardless = useMemo(() => filterTasks(query), [filterTasks, query]);
  const shownBoards = groups.reduce((sum, group) => sum + group.boards.length, 0);
  const isFiltered = splitWords(query).length > 0;
  return (
    <>
      <div className="filter-bar">
        <FilterBox label="Filter by task or dataset" text={text} onChange={setText} />
      </div>
      <FilterStatus>
        {isFiltered && `${formatCount(shownBoards)} of `}
        {formatPlural(boards.length, 'leaderboard')} in {formatPlural(groups.length, 'task')}
      </FilterStatus>
      {groups.length === 0 && boardless.length === 0 ? (
        <NoMatches what="task or dataset" query={query} onClear={() => setText('')} />
      ) : (
        <>
          {groups.length > 0 && <AreaTaskBoards groups={groups} listKey={query} />}
          {boardless.length > 0 && <BoardlessTasks tasks={boardless} listKey={query} />}
        </>
      )}
    </>
  );
}
