import { useMemo } from 'react';
import type { Ref } from '../../format/records/shared.ts';
import type { TaskListing } from '../../format/records/task.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { AreaLinks } from './area-links.tsx';
import { AreaTasks } from './area-tasks.tsx';
import { FilterBox } from './filter-box.tsx';
import { FilterStatus } from './filter-status.tsx';
import { groupByArea } from './group-by-area.ts';
import { createFilter, splitWords } from './match-words.ts';
import { mostBoardsFirst } from './order-tasks.ts';
import { TaskMatches } from './task-matches.tsx';
import type { TasksSearch } from './tasks-search.ts';
import { useFilterText } from './use-filter-text.ts';

/** All tasks by area, or those that match a filter. */
export function TaskCatalogue({
  areas,
  tasks,
  search,
  onSearch,
}: {
  readonly areas: readonly Ref[];
  readonly tasks: readonly TaskListing[];
  readonly search: TasksSearch;
  readonly onSearch: (change: { readonly q?: string; readonly all?: boolean }) => void;
}) {
  const { text, setText, query } = useFilterText(search.q ?? '', (q) => onSearch({ q }));
  const ordered = useMemo(() => mostBoardsFirst(tasks), [tasks]);
  const filter = useMemo(() => createFilter(ordered, (task) => task.name), [ordered]);
  const matches = useMemo(() => filter(query), [filter, query]);
  const showsAll = search.all === true;
  const shown = useMemo(
    () => (showsAll ? matches : matches.filter((task) => task.boards > 0)),
    [matches, showsAll],
  );
  const groups = useMemo(() => groupByArea(areas, shown), [areas, shown]);
  const isFiltered = splitWords(query).length > 0;
  const withoutBoards = useMemo(() => tasks.filter((task) => task.boards === 0).length, [tasks]);

  return (
    <>
      <div className="filter-bar">
        <FilterBox label="Filter tasks by name" text={text} onChange={setText} />
        {withoutBoards > 0 && (
          <label className="filter-switch">
            <input
              type="checkbox"
              checked={showsAll}
              onChange={(event) => onSearch({ all: event.target.checked })}
            />
            Show tasks without leaderboards ({formatCount(withoutBoards)})
          </label>
        )}
      </div>
      <FilterStatus>
        {isFiltered
          ? `${formatCount(shown.length)} of ${formatPlural(tasks.length, 'task')}`
          : `${formatPlural(shown.length, 'task')}, those with most leaderboards first`}
        {isFiltered && shown.length > 0 && shown.length < matches.length && (
          <>; {formatCount(matches.length - shown.length)} more have no leaderboards</>
        )}
      </FilterStatus>
      {isFiltered ? (
        <TaskMatches
          tasks={shown}
          hidden={matches.length - shown.length}
          query={query}
          onClear={() => setText('')}
          onShowAll={() => onSearch({ all: true })}
        />
      ) : (
        <>
          <AreaLinks groups={groups} to="/tasks" />
          {groups.map((group) => (
            <AreaTasks key={group.area?.slug ?? ''} group={group} />
          ))}
        </>
      )}
    </>
  );
}
