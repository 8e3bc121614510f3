import type { Direction } from '../../format/records/shared.ts';

/** How a person looks at a board. All of it stands in the address; see `encode-view.ts`. */
export interface BoardView {
  /** Position of the metric that ranks. */
  readonly metric: number;
  /** Directions that the person has set, by position of the metric. */
  readonly better: ReadonlyMap<number, Direction>;
  /** Most important first; empty: by rank. */
  readonly sort: readonly SortKey[];
  /** Words that each row has to have. */
  readonly query: string;
  readonly extra: 'all' | 'with' | 'without';
  readonly isCodeOnly: boolean;
  /** Dates as the format has them; rows without a date are left out when either is set. */
  readonly from: string | null;
  readonly until: string | null;
  /** Ids of facets that rows must have, and of such that they must not. */
  readonly only: readonly string[];
  readonly without: readonly string[];
  readonly group: GroupBy;
  /** Ids of the columns in their order; null: the usual ones. */
  readonly columns: readonly string[] | null;
  /** Ids of the columns that hold while the others scroll; null: rank and model. */
  readonly pinned: readonly string[] | null;
  /** Places of rows in the archive's order. */
  readonly selected: readonly number[];
  readonly tab: 'results' | 'records' | 'compare' | 'dataset';
  readonly chart: ChartView;
}

/** As much of a view as its rows follow from. */
export type RowsView = Pick<
  BoardView,
  | 'metric'
  | 'better'
  | 'query'
  | 'extra'
  | 'isCodeOnly'
  | 'from'
  | 'until'
  | 'only'
  | 'without'
  | 'group'
>;

/** As much of a view as its chart follows from, beside the rows. */
export type ChartQuery = Pick<BoardView, 'metric' | 'better' | 'chart' | 'selected'>;

export interface SortKey {
  readonly columnId: string;
  readonly descending: boolean;
}

export type GroupBy = 'none' | 'extra' | 'scale' | 'year' | 'repeats';

/** What an axis shows: dates, parameters of the model, or a metric by its position. */
export type Axis = 'date' | 'parameters' | number;

export interface ChartView {
  readonly isShown: boolean;
  /** null: dates, or the first metric where there are none. */
  readonly x: Axis | null;
  /** null: the metric that ranks. */
  readonly y: Axis | null;
  readonly isLogX: boolean;
  readonly isLogY: boolean;
  /** Part of the horizontal axis, in its own numbers (days, parameters, values); null: all. */
  readonly zoom: readonly [number, number] | null;
}

export const PLAIN_CHART: ChartView = {
  isShown: true,
  x: null,
  y: null,
  isLogX: false,
  isLogY: false,
  zoom: null,
};

export const PLAIN_VIEW: BoardView = {
  metric: 0,
  better: new Map(),
  sort: [],
  query: '',
  extra: 'all',
  isCodeOnly: false,
  from: null,
  until: null,
  only: [],
  without: [],
  group: 'none',
  columns: null,
  pinned: null,
  selected: [],
  tab: 'results',
  chart: PLAIN_CHART,
};
