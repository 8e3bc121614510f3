import { modelKey } from '../format/model-key.ts';
import type { Board } from '../format/records/board.ts';
import { bestResult, type ModelResult, type RankedMetric } from './model-results.ts';

/** A model that two boards hold, with its best number on each. */
export interface SharedModel {
  readonly first: ModelResult;
  readonly second: ModelResult;
}

/**
 * Models, by key of their names, that have a number on both boards; in the order of the first board's
 * rows. Rows without a name are of no model.
 */
export function findSharedModels(
  first: { readonly board: Board; readonly metric: RankedMetric },
  second: { readonly board: Board; readonly metric: RankedMetric },
): SharedModel[] {
  const onSecond = rowsByModel(second.board);
  return [...rowsByModel(first.board)]
    .flatMap(([key, rows]) => {
      const others = onSecond.get(key);
      const one = bestResult(first.metric, rows);
      const other = others === undefined ? null : bestResult(second.metric, others);
      return one === null || other === null ? [] : [{ first: one, second: other }];
    })
    .sort((a, b) => a.first.place - b.first.place);
}

function rowsByModel({ rows }: Board): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  for (const [place, { model }] of rows.entries()) {
    const key = modelKey(model);
    if (key === '') continue;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [place]);
    else known.push(place);
  }
  return byKey;
}
