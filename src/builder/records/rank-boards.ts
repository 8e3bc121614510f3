import type { Board, BoardSummary, Metric, Row } from '../../format/records/board.ts';
import type { Direction, LooseRef, PaperCard, Ref } from '../../format/records/shared.ts';
import { directionFromOrder, metricKey, poolDirections } from '../../leaderboard/direction.ts';
import { parseValue } from '../../leaderboard/parse-value.ts';
import { rankByOrder, rankByValue, type Ranks } from '../../leaderboard/ranks.ts';
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

/** Finds directions over all boards, then ranks the rows of each. */
export function rankBoards(places: readonly BoardPlace[]): RankedBoard[] {
  const numbers = places.map(({ raw }) =>
    raw.metrics.map((_, metric) => raw.rows.map((row) => numberOf(row.values[metric]))),
  );
  const byOrder = numbers.map(([first]) =>
    first === undefined ? null : directionFromOrder(first),
  );
  const pooled = poolDirections(
    places.map(({ raw }, board) => ({
      name: raw.metrics[0] ?? '',
      direction: byOrder[board] ?? null,
    })),
  );
  return places.map((place, board) => {
    const columns = numbers[board] ?? [];
    const metrics = place.raw.metrics.map((name, metric) =>
      metricOf(name, metric === 0 ? (byOrder[board] ?? null) : null, pooled),
    );
    return {
      ...place,
      metrics,
      ranks: columns.map((values, metric) => {
        if (metric === 0) return rankByOrder(values);
        const direction = metrics[metric]?.direction ?? null;
        return direction === null ? values.map(() => null) : rankByValue(values, direction);
      }),
      numbered: columns.map((values) => values.filter((value) => value !== null).length),
    };
  });
}

function numberOf(value: string | null | undefined): number | null {
  return value === null || value === undefined ? null : parseValue(value);
}

function metricOf(
  name: string,
  byOrder: Direction | null,
  pooled: ReadonlyMap<string, Direction>,
): Metric {
  if (byOrder !== null) return { name, direction: byOrder, directionSource: 'row-order' };
  const direction = pooled.get(metricKey(name)) ?? null;
  return { name, direction, directionSource: direction === null ? 'unknown' : 'same-name' };
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
    best: bestOf(board, card),
  });
}

function bestOf(board: RankedBoard, card: (paper: number) => PaperCard): BoardSummary['best'] {
  const [row] = board.raw.rows;
  const value = row?.values[0];
  const isNumber = (board.ranks[0]?.[0] ?? null) !== null;
  if (row === undefined || value === null || value === undefined || !isNumber) return undefined;
  const [paper] = board.papers;
  return defined({
    model: row.model,
    value,
    date: row.date,
    paper: paper === undefined ? undefined : card(paper),
    code: row.code?.[0]?.url,
  });
}
