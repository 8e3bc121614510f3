import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Board } from '../../format/records/board.ts';
import type { Paper } from '../../format/records/paper.ts';
import { AddressProblem } from '../catalogue/address-problem.tsx';
import { useFilterText } from '../catalogue/use-filter-text.ts';
import { chooseColumns } from './board-columns.ts';
import { BoardData } from './board-data.ts';
import { BoardHeading } from './board-heading.tsx';
import type { BoardSearch } from './board-search.ts';
import { BoardTable } from './board-table.tsx';
import { BoardTabs } from './board-tabs.tsx';
import type { Panel } from './board-toolbar.tsx';
import type { BoardView } from './board-view.ts';
import { hasChart } from './has-chart.ts';
import { hasDataset } from './has-dataset.ts';
import { MetricSwitch } from './metric-switch.tsx';
import { directionOf, selectRows } from './select-rows.ts';
import { toggleRow } from './toggle-row.ts';
import { useAfterPaint } from './after-paint.ts';
import { useBoardView } from './use-board-view.ts';
import './board-toolbar.css';

// Nothing of this is needed for the first sight of the table.
const BoardChart = lazy(() => import('./chart/board-chart.tsx'));
const BoardPanel = lazy(() => import('./panels/board-panel.tsx'));
const RecordsTab = lazy(() => import('./records-tab.tsx'));
const BoardToolbar = lazy(() => import('./board-toolbar.tsx'));
const BoardStatus = lazy(() => import('./board-status.tsx'));
const BoardDataset = lazy(() => import('./board-dataset.tsx'));
const CompareTab = lazy(() => import('./compare-tab.tsx'));

/** A board to look at from every side. What is chosen stands in the address. */
export function BoardExplorer({
  board,
  search,
  onSearch,
  readPaper,
}: {
  readonly board: Board;
  readonly search: BoardSearch;
  readonly onSearch: (search: BoardSearch) => void;
  /** Reads the record of a paper for its citation; null where the archive has none. */
  readonly readPaper: (slug: string) => Promise<Paper | null>;
}) {
  const data = useMemo(() => new BoardData(board), [board]);
  const { view, problems, change } = useBoardView(data, search, onSearch);
  const columns = data.columns();
  const filter = useFilterText(view.query, (query) => change({ query }));
  const [panel, setPanel] = useState<Panel | null>(null);
  const isSettled = useAfterPaint(true, false);
  const { metric, better, extra, isCodeOnly, from, until, only, without, group } = view;
  const { query, setText } = filter;
  const clearText = useCallback(() => setText(''), [setText]);
  const selection = useMemo(
    () =>
      selectRows(data, {
        metric,
        better,
        query,
        extra,
        isCodeOnly,
        from,
        until,
        only,
        without,
        group,
      }),
    [data, metric, better, query, extra, isCodeOnly, from, until, only, without, group],
  );
  const { columns: chosenIds, pinned, chart, selected: selectedRows } = view;
  const chosen = useMemo(
    () => chooseColumns(columns, { columns: chosenIds, pinned }, selection.isFiltered),
    [columns, chosenIds, pinned, selection.isFiltered],
  );
  const directions = useMemo(
    () => board.metrics.map((_, position) => directionOf(data, { better }, position)),
    [board, data, better],
  );
  const chartQuery = useMemo(
    () => ({ metric, better, chart, selected: selectedRows }),
    [metric, better, chart, selectedRows],
  );
  const selected = useMemo(() => new Set(selectedRows), [selectedRows]);
  const chartRows = useAfterPaint(selection.rows);
  const canChart = useMemo(() => hasChart(data), [data]);

  const select = useCallback((place: number) => change(toggleRow(place)), [change]);

  const sortBy = useCallback((sort: BoardView['sort']) => change({ sort }), [change]);

  const tabs = useMemo(
    (): BoardView['tab'][] => [
      'results',
      ...(canChart ? (['records'] as const) : []),
      'compare',
      ...(hasDataset(board) ? (['dataset'] as const) : []),
    ],
    [board, canChart],
  );
  const waiting = <p className="muted board-waiting">Loading …</p>;

  return (
    <>
      <BoardHeading board={board} />
      <MetricSwitch data={data} view={view} change={change} />
      <AddressProblem problem={problems.length === 0 ? null : problems.join(' ')} />
      <BoardTabs board={board} view={view} tabs={tabs} />
      {view.tab === 'results' && (
        <>
          {canChart && view.chart.isShown && (
            <div className="board-chart-slot">
              {isSettled && (
                <Suspense>
                  <BoardChart
                    data={data}
                    view={chartQuery}
                    rows={chartRows}
                    selected={selected}
                    change={change}
                    onSelect={select}
                  />
                </Suspense>
              )}
            </div>
          )}
          <Suspense fallback={<div className="board-toolbar" />}>
            <BoardToolbar
              text={filter.text}
              onText={filter.setText}
              view={view}
              change={change}
              panel={panel}
              onPanel={setPanel}
              hasChart={canChart}
            />
          </Suspense>
          {panel !== null && (
            <section className="board-panel no-print" aria-label={panel}>
              <Suspense fallback={waiting}>
                <BoardPanel
                  panel={panel}
                  data={data}
                  view={view}
                  columns={columns}
                  shown={chosen.shown}
                  selection={selection}
                  change={change}
                  readPaper={readPaper}
                />
              </Suspense>
            </section>
          )}
          <Suspense fallback={<div className="board-status" />}>
            <BoardStatus
              data={data}
              view={view}
              selection={selection}
              columns={columns}
              change={change}
              onClear={clearText}
            />
          </Suspense>
          <BoardTable
            data={data}
            selection={selection}
            columns={chosen.shown}
            pinnedCount={chosen.pinned}
            rankingMetric={view.metric}
            directions={directions}
            sort={view.sort}
            selected={selected}
            onSort={sortBy}
            onSelect={select}
          />
        </>
      )}
      {view.tab === 'records' && (
        <Suspense fallback={waiting}>
          <RecordsTab
            data={data}
            view={view}
            rows={selection.rows}
            isFiltered={selection.isFiltered}
          />
        </Suspense>
      )}
      {view.tab === 'compare' && (
        <Suspense fallback={waiting}>
          <CompareTab data={data} view={view} directions={directions} onSelect={select} />
        </Suspense>
      )}
      {view.tab === 'dataset' && (
        <Suspense fallback={waiting}>
          <BoardDataset board={board} />
        </Suspense>
      )}
    </>
  );
}
