import type { Board } from '../../format/records/board.ts';
import type { BoardSearch } from './board-search.ts';
import type { Axis, BoardView } from './board-view.ts';
import { encodeList } from './list-field.ts';

/** The query string of a view; what is as usual is left out. `resolveView` reads it. */
export function encodeView(view: BoardView, { metrics }: Pick<Board, 'metrics'>): BoardSearch {
  const { chart } = view;
  const nameOf = (metric: number) => metrics[metric]?.name ?? '';
  const axis = (chosen: Axis | null) =>
    typeof chosen === 'number' ? `metric:${nameOf(chosen)}` : (chosen ?? '');
  const fields: Record<keyof BoardSearch, string> = {
    metric: view.metric === 0 ? '' : nameOf(view.metric),
    better: encodeList([...view.better].map(([metric, way]) => `${way}:${nameOf(metric)}`)),
    sort: encodeList(view.sort.map(({ columnId }) => columnId)),
    order: encodeList(view.sort.map(({ descending }) => (descending ? 'desc' : 'asc'))),
    q: view.query,
    extra: view.extra === 'all' ? '' : view.extra,
    code: view.isCodeOnly ? 'with' : '',
    from: view.from ?? '',
    until: view.until ?? '',
    only: encodeList(view.only),
    without: encodeList(view.without),
    group: view.group === 'none' ? '' : view.group,
    columns: view.columns === null ? '' : encodeList(view.columns),
    pin: view.pinned === null ? '' : view.pinned.length === 0 ? 'none' : encodeList(view.pinned),
    rows: encodeList(view.selected.map((row) => String(row + 1))),
    tab: view.tab === 'results' ? '' : view.tab,
    chart: chart.isShown ? '' : 'hide',
    x: axis(chart.x),
    y: axis(chart.y),
    log: `${chart.isLogX ? 'x' : ''}${chart.isLogY ? 'y' : ''}`,
    zoom: chart.zoom === null ? '' : chart.zoom.join(','),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
}
