import type { Board, BoardSummary, Metric, Row } from '../../format/records/board.ts';
import type { LooseRef, PaperCard, Ref } from '../../format/records/shared.ts';
import { isBelievableDate } from '../../format/dates.ts';
import { dayOf } from '../../leaderboard/day.ts';
import type { MetricDirection } from '../../leaderboard/direction.ts';
import { DirectionFinder } from '../../leaderboard/infer-directions.ts';
import { parseColumn } from '../../leaderboard/parse-column.ts';
import { rankByOrder, rankByValue, type Ranks } from '../../leaderboard/ranks.ts';
import { recordHistory, type RecordPoint } from '../../leaderboard/record-history.ts';
import type { Value } from '../../leaderboard/value.ts';
import { defined, unlessEmpty } from '../defined.ts';
import type { RawBoard } from '../evaluation/raw-board.ts';

/** A board with all that other records need to know of it. */
export interface RankedBoard {
  readonly raw: RawBoard;
  readonly slug: string;
  readonly task: Ref;
  readonly areas: readonly Ref[];
  readonly dataset: LooseRef;
  readonly metrics: readonly Metric[];
  /** One list a metric, one rank a row; null where direction or number is unknown. */
  readonly ranks: readonly Ranks[];
  /** Rows with a number, one count a metric. */
  readonly numbered: readonly number[];
  /** One a row; undefined for a row without a paper. */
  readonly papers: readonly (number | undefined)[];
  /** Best value so far in the first metric; null where there is no line to draw. */
  readonly record: readonly RecordPoint[] | null;
}

/** What a board takes from elsewhere. */
export interface BoardPlace {
  readonly raw: RawBoard;
  readonly slug: string;
  readonly task: Ref;
  readonly areas: readonly Ref[];
  readonly dataset: LooseRef;
  readonly papers: readonly (number | undefined)[];
}

/** Points of a record line that a summary holds. */
const MAX_RECORD_POINTS = 12;

/** Finds directions over all boards, then ranks the rows of each. */
export function rankBoards(places: readonly BoardPlace[], snapshotDate: string): RankedBoard[] {
  const boards = places.map(({ raw }) => ({
    metrics: raw.metrics,
    columns: raw.metrics.map((_, metric) =>
      parseColumn(raw.rows.map((row) => row.values[metric] ?? null)),
    ),
  }));
  const finder = new DirectionFinder(boards);
  return places.map((place, board) => {
    const directions = finder.find(board);
    const columns = boards[board]?.columns ?? [];
    const ranks = columns.map((values, metric) => {
      const numbers = values.map((value) => value?.number ?? null);
      const direction = directions[metric]?.direction ?? null;
      if (direction !== null) return rankByValue(numbers, direction);
      // The archive's order ranks by the first metric, whichever way that goes.
      return metric === 0 ? rankByOrder(numbers) : numbers.map(() => null);
    });
    return {
      ...place,
      metrics: directions.map((direction, metric) =>
        metricOf(place.raw.metrics[metric] ?? '', direction),
      ),
      ranks,
      record: recordOf(place.raw, columns[0] ?? [], directions[0]?.direction ?? null, snapshotDate),
      numbered: columns.map(
        (values) => values.filter((value) => value !== null && value.number !== null).length,
      ),
    };
  });
}

function recordOf(
  { rows }: RawBoard,
  values: readonly (Value | null)[],
  direction: Metric['direction'],
  snapshotDate: string,
): RecordPoint[] | null {
  if (direction === null) return null;
  const results = rows.flatMap(({ date }, row) => {
    const number = values[row]?.number ?? null;
    if (number === null || date === undefined || !isBelievableDate(date, snapshotDate)) return [];
    const day = dayOf(date);
    return day === null ? [] : [{ row, day, number }];
  });
  return recordHistory(results, direction, MAX_RECORD_POINTS);
}

function metricOf(name: string, { direction, source, confidence }: MetricDirection): Metric {
  return {
    name,
    direction,
    directionSource: source,
    ...(confidence !== null && { directionConfidence: confidence }),
  };
}

/** The record of a board. @param card shows a paper. */
export function makeBoard(board: RankedBoard, card: (paper: number) => PaperCard): Board {
  const { raw } = board;
  return defined({
    slug: board.slug,
    task: board.task,
    areas: [...board.areas],
    dataset: board.dataset,
    datasetParents: unlessEmpty(raw.parents),
    description: raw.description,
    citations: unlessEmpty(raw.citations),
    links: unlessEmpty(raw.links),
    metrics: [...board.metrics],
    rows: raw.rows.map((row, place): Row => {
      const paper = board.papers[place];
      return defined({
        model: row.model,
        values: [...row.values],
        rank: board.ranks[0]?.[place] ?? null,
        paper: paper === undefined ? undefined : card(paper),
        date: row.date,
        code: unlessEmpty(row.code),
        links: unlessEmpty(row.links),
        extraData: row.extraData,
      });
    }),
  });
}

/** A board as lists show it. */
export function summarise(board: RankedBoard, card: (paper: number) => PaperCard): BoardSummary {
  const [metric] = board.metrics;
  return defined({
    slug: board.slug,
    task: board.task,
    dataset: board.dataset.name,
    rows: board.raw.rows.length,
    metric: metric?.name,
    direction: metric?.direction,
    record: unlessEmpty(board.record?.map(([month, number]): RecordPoint => [month, number])),
    best: bestOf(board, card),
  });
}

function bestOf(board: RankedBoard, card: (paper: number) => PaperCard): BoardSummary['best'] {
  const place = board.ranks[0]?.indexOf(1) ?? -1;
  const row = board.raw.rows[place];
  const value = row?.values[0];
  if (row === undefined || value === null || value === undefined) return undefined;
  const paper = board.papers[place];
  return defined({
    model: row.model,
    value,
    date: row.date,
    paper: paper === undefined ? undefined : card(paper),
    code: row.code?.[0]?.url,
  });
}
