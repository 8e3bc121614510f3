import { useMemo } from 'react';
import type { Task } from '../../format/records/task.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { AddressProblem } from './address-problem.tsx';
import { BoardSummaryTable } from './board-summary-table.tsx';
import { explainNoBoards } from './explain-no-boards.ts';
import { FilterBox } from './filter-box.tsx';
import { FilterSelect } from './filter-select.tsx';
import { FilterStatus } from './filter-status.tsx';
import { createFilter } from './match-words.ts';
import { MoreButton } from './more-button.tsx';
import { NoMatches } from './no-matches.tsx';
import { orderBoards } from './order-boards.ts';
import { resolveBoardOrder, type TaskSearch } from './task-search.ts';
import { useFilterText } from './use-filter-text.ts';
import { useSteps } from './use-steps.ts';

/** Fewer boards need no filter. */
const MIN_FILTERED = 6;
const FIRST = 60;
const STEP = 100;

const ORDERS = [
  { value: 'results', label: 'most results' },
  { value: 'newest', label: 'newest record' },
  { value: 'dataset', label: 'dataset' },
];

/** The leaderboards of a task, filtered and ordered; says so when there is none, and where else to look. */
export function TaskBoards({
  task,
  search,
  onSearch,
}: {
  readonly task: Task;
  readonly search: TaskSearch;
  /** Empty texts and false take a field out of the address. */
  readonly onSearch: (change: Record<string, string | boolean>) => void;
}) {
  const { boards } = task;
  const { text, setText, query } = useFilterText(search.q ?? '', (q) => onSearch({ q }));
  const { order, problem } = resolveBoardOrder(search);
  const needsCode = search.code === true;
  const filter = useMemo(
    () =>
      createFilter(
        boards,
        ({ dataset, best, metric = '' }) => `${dataset} ${metric} ${best?.model ?? ''}`,
      ),
    [boards],
  );
  const shown = useMemo(() => {
    const named = filter(query);
    const kept = needsCode ? named.filter(({ best }) => best?.code !== undefined) : named;
    return orderBoards(kept, order);
  }, [filter, query, needsCode, order]);
  const steps = useSteps(shown.length, { first: FIRST, step: STEP, key: `${query} ${order}` });
  if (boards.length === 0) {
    return (
      <section className="page-section">
        <h2>Leaderboards</h2>
        <p className="muted">{explainNoBoards(task)}</p>
      </section>
    );
  }
  return (
    <section className="page-section">
      <h2>Leaderboards</h2>
      <AddressProblem problem={problem} />
      {boards.length >= MIN_FILTERED && (
        <>
          <div className="filter-bar">
            <FilterBox label="Filter by dataset, metric or model" text={text} onChange={setText} />
            <FilterSelect
              label="Order"
              value={order}
              options={ORDERS}
              onChange={(value) => onSearch({ sort: value === 'results' ? '' : value })}
            />
            <label className="filter-switch">
              <input
                type="checkbox"
                checked={needsCode}
                onChange={(event) => onSearch({ code: event.target.checked })}
              />
              Best model has code
            </label>
          </div>
          <FilterStatus>
            {shown.length < boards.length && `${formatCount(shown.length)} of `}
            {formatPlural(boards.length, 'leaderboard')}
          </FilterStatus>
        </>
      )}
      {shown.length > 0 ? (
        <>
          <BoardSummaryTable boards={shown.slice(0, steps.count)} />
          <MoreButton
            onClick={steps.showMore}
            next={steps.next}
            rest={shown.length - steps.count}
            what="leaderboards"
          />
        </>
      ) : (
        <NoMatches
          what={needsCode ? 'leaderboard whose best model has code' : 'leaderboard'}
          query={query}
          onClear={() => {
            setText('');
            onSearch({ q: '', code: false });
          }}
        />
      )}
    </section>
  );
}
