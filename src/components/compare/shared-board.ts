import type { Board, Metric, Row } from '../../format/records/board.ts';
import type { RankedMetric } from '../../leaderboard/model-results.ts';
import type { SharedModel } from '../../leaderboard/shared-models.ts';

/** One of two boards that are compared, by one of its metrics. */
export interface Side {
  readonly board: Board;
  readonly metric: RankedMetric;
}

/**
 * A board that is nowhere in the archive: the models that two boards hold, with their values on both and
 * their ranks there as metrics, so that table and chart of a board can show it. The values come first.
 */
export function makeSharedBoard(first: Side, second: Side, models: readonly SharedModel[]): Board {
  const sides = [first, second] as const;
  const places = placeNames(first.board, second.board);
  const values = sides.map((side, index) => {
    const metric = side.board.metrics[side.metric.metric];
    return { ...metric, name: `${metric?.name ?? ''} on ${places[index] ?? ''}` } as Metric;
  });
  const ranked = sides.flatMap((side, index) =>
    side.metric.direction === null ? [] : [{ side: index, name: `Rank on ${places[index] ?? ''}` }],
  );
  return {
    slug: `${first.board.slug}-and-${second.board.slug}`,
    // Reads on with "on" and the second board.
    task: { slug: first.board.task.slug, name: `Models of ${titleOf(first.board)}, also` },
    areas: [],
    dataset: { name: titleOf(second.board) },
    metrics: [
      ...values,
      ...ranked.map(({ name }): Metric => ({
        name,
        direction: 'lower',
        directionSource: 'row-order',
      })),
    ],
    rows: models.map((model) => makeRow(sides, model, ranked)),
  };
}

function makeRow(
  sides: readonly [Side, Side],
  { first, second }: SharedModel,
  ranked: readonly { readonly side: number }[],
): Row {
  const results = [first, second];
  const rows = sides.map(({ board }, side) => board.rows[results[side]?.place ?? -1]);
  const paper = rows[0]?.paper ?? rows[1]?.paper;
  const code = rows[0]?.code ?? rows[1]?.code;
  return {
    model: rows[0]?.model ?? '',
    rank: first.rank,
    values: [
      ...sides.map(({ metric }, side) => rows[side]?.values[metric.metric] ?? null),
      ...ranked.map(({ side }) => {
        const rank = results[side]?.rank ?? null;
        return rank === null ? null : String(rank);
      }),
    ],
    ...(paper !== undefined && { paper }),
    ...(code !== undefined && { code }),
  };
}

export function titleOf({ task, dataset }: Board): string {
  return `${task.name} on ${dataset.name}`;
}

/** What tells two boards apart in few words: their datasets, else their tasks, else both. */
export function placeNames(first: Board, second: Board): readonly [string, string] {
  if (first.dataset.name !== second.dataset.name) return [first.dataset.name, second.dataset.name];
  if (first.task.name !== second.task.name) return [first.task.name, second.task.name];
  return [first.slug, second.slug];
}
