import type { Board, Metric, Row } from '../../src/format/records/board.ts';

/** A metric whose rows stand best first. */
export function makeMetric(name: string, direction: Metric['direction'] = 'higher'): Metric {
  return direction === null
    ? { name, direction, directionSource: 'unknown' }
    : { name, direction, directionSource: 'row-order', directionConfidence: 0.9 };
}

/** A small board; rows are given as their parts that differ. */
export function makeBoard(
  metrics: readonly Metric[],
  rows: readonly (Partial<Row> & { readonly values: Row['values'] })[],
): Board {
  return {
    slug: 'x-on-y',
    task: { slug: 'x', name: 'X' },
    areas: [],
    dataset: { name: 'Y' },
    metrics: [...metrics],
    rows: rows.map((row, place) => ({ model: `Model ${place + 1}`, rank: place + 1, ...row })),
  };
}
