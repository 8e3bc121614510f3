import { parseDate } from '../../format/dates.ts';
import type { Direction } from '../../format/records/shared.ts';
import { isDescendingFirst, type BoardColumn } from './board-columns.ts';
import type { BoardSearch } from './board-search.ts';
import {
  PLAIN_VIEW,
  type Axis,
  type BoardView,
  type ChartView,
  type GroupBy,
  type SortKey,
} from './board-view.ts';
import { facetById } from './facets.ts';
import { parseList } from './list-field.ts';

/** What the address asks for, and in `problems` what of it was not understood. */
export interface ResolvedView {
  readonly view: BoardView;
  readonly problems: readonly string[];
}

/** As much of a board as an address is read against. */
export interface ViewContext {
  readonly metrics: readonly { readonly name: string }[];
  readonly rows: { readonly length: number };
  /** All columns that the board can show. */
  readonly columns: readonly BoardColumn[];
}

const GROUPS: readonly GroupBy[] = ['none', 'extra', 'scale', 'year', 'repeats'];

/** Reads a query string field by field. A field that cannot be read is as usual, and is told of. */
export function resolveView(search: BoardSearch, context: ViewContext): ResolvedView {
  const problems: string[] = [];
  const wrong = (field: string, value: string, instead: string) => {
    problems.push(`“${value}” ${field}. ${instead}`);
  };
  const metricByName = new Map(context.metrics.map(({ name }, position) => [name, position]));
  const columnIds = new Set(context.columns.map(({ id }) => id));

  function readMetric(): number {
    if (search.metric === undefined) return 0;
    const found = metricByName.get(search.metric);
    if (found === undefined) wrong('is no metric of this board', search.metric, 'Left out.');
    return found ?? 0;
  }

  function readBetter(): ReadonlyMap<number, Direction> {
    const better = new Map<number, Direction>();
    for (const item of parseList(search.better)) {
      const [, way, name = ''] = /^(higher|lower):(.*)$/s.exec(item) ?? [];
      const metric = metricByName.get(name);
      if (metric === undefined)
        wrong('sets the direction of no metric of this board', item, 'Left out.');
      else better.set(metric, way === 'higher' ? 'higher' : 'lower');
    }
    return better;
  }

  function readSort(): SortKey[] {
    const orders = parseList(search.order);
    return parseList(search.sort).flatMap((id, place) => {
      const column = context.columns.find((one) => one.id === id);
      if (column === undefined) {
        wrong('is not a column of this board to sort by', id, 'Left out.');
        return [];
      }
      const order = orders[place];
      if (order !== undefined && order !== 'asc' && order !== 'desc') {
        wrong('is no order; “asc” and “desc” are known', order, 'Left out.');
      }
      const isKnown = order === 'asc' || order === 'desc';
      return [{ columnId: id, descending: isKnown ? order === 'desc' : isDescendingFirst(column) }];
    });
  }

  function readChoice<T extends string>(
    text: string | undefined,
    choices: readonly T[],
    usual: T,
    field: string,
  ): T {
    if (text === undefined) return usual;
    const found = choices.find((choice) => choice === text);
    if (found === undefined)
      wrong(`is none of ${field}: ${choices.join(', ')}`, text, `Read as “${usual}”.`);
    return found ?? usual;
  }

  function readDate(text: string | undefined): string | null {
    const date = text === undefined ? null : parseDate(text);
    if (text !== undefined && date === null)
      wrong('is no date like 2021, 2021-06 or 2021-06-30', text, 'Left out.');
    return date;
  }

  function readFacets(text: string | undefined): string[] {
    return parseList(text).filter((id) => {
      const isKnown = facetById(id) !== null;
      if (!isKnown) wrong('is no property to filter by', id, 'Left out.');
      return isKnown;
    });
  }

  function readColumns(text: string | undefined): string[] {
    return [...new Set(parseList(text))].filter((id) => {
      if (!columnIds.has(id)) wrong('is not a column of this board', id, 'Left out.');
      return columnIds.has(id);
    });
  }

  function readRows(): number[] {
    const rows = parseList(search.rows).flatMap((text) => {
      const place = Number(text);
      if (Number.isInteger(place) && place >= 1 && place <= context.rows.length) return [place - 1];
      wrong(`is no row of this board, which has ${context.rows.length}`, text, 'Left out.');
      return [];
    });
    return [...new Set(rows)];
  }

  function readAxis(text: string | undefined): Axis | null {
    if (text === undefined) return null;
    if (text === 'date' || text === 'parameters') return text;
    const metric = text.startsWith('metric:') ? metricByName.get(text.slice(7)) : undefined;
    if (metric === undefined) wrong('is nothing that the chart can show', text, 'Left out.');
    return metric ?? null;
  }

  function readZoom(): [number, number] | null {
    if (search.zoom === undefined) return null;
    const [from = Number.NaN, to = Number.NaN, ...rest] = search.zoom.split(',').map(Number);
    if (rest.length === 0 && Number.isFinite(from) && Number.isFinite(to) && from < to)
      return [from, to];
    wrong('is no part of the chart', search.zoom, 'Left out.');
    return null;
  }

  function readChart(): ChartView {
    const log = readChoice(search.log, ['', 'x', 'y', 'xy'], '', 'the log scales');
    return {
      isShown: readChoice(search.chart, ['show', 'hide'], 'show', 'the charts') === 'show',
      x: readAxis(search.x),
      y: readAxis(search.y),
      isLogX: log.includes('x'),
      isLogY: log.includes('y'),
      zoom: readZoom(),
    };
  }

  const columns = readColumns(search.columns);
  const view: BoardView = {
    metric: readMetric(),
    better: readBetter(),
    sort: readSort(),
    query: search.q ?? PLAIN_VIEW.query,
    extra: readChoice(
      search.extra,
      ['all', 'with', 'without'],
      'all',
      'the kinds of rows by extra data',
    ),
    isCodeOnly: readChoice(search.code, ['all', 'with'], 'all', 'the filters by code') === 'with',
    from: readDate(search.from),
    until: readDate(search.until),
    only: readFacets(search.only),
    without: readFacets(search.without),
    group: readChoice(search.group, GROUPS, 'none', 'the groups'),
    columns: columns.length === 0 ? null : columns,
    pinned: search.pin === undefined ? null : search.pin === 'none' ? [] : readColumns(search.pin),
    selected: readRows(),
    tab: readChoice(
      search.tab,
      ['results', 'records', 'compare', 'dataset'],
      'results',
      'the tabs',
    ),
    chart: readChart(),
  };
  return { view, problems };
}
