import { modelKey } from '../../format/model-key.ts';
import type { Model } from '../../format/records/model.ts';

export interface SuggestedModel {
  readonly model: Model;
  /** Boards that hold it and all of the models that were chosen before; all of its own without such. */
  readonly shared: number;
}

/**
 * Models to compare with those that are chosen: whose name holds what was typed, most shared boards first,
 * among equals those whose name begins with it.
 */
export function suggestModels(
  models: readonly Model[],
  chosen: readonly Model[],
  query: string,
  most: number,
): SuggestedModel[] {
  const typed = modelKey(query);
  const taken = new Set(chosen.map(({ name }) => modelKey(name)));
  const [first, ...others] = chosen.map(({ boards }) => new Set(boards));
  const common =
    first === undefined
      ? null
      : new Set([...first].filter((board) => others.every((set) => set.has(board))));
  return models
    .flatMap((model): (SuggestedModel & { readonly key: string })[] => {
      const key = modelKey(model.name);
      if (taken.has(key) || !key.includes(typed)) return [];
      const shared =
        common === null
          ? model.boards.length
          : model.boards.filter((board) => common.has(board)).length;
      // Without a word typed, what shares nothing is no suggestion.
      return shared === 0 && typed === '' ? [] : [{ model, shared, key }];
    })
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        Number(b.key.startsWith(typed)) - Number(a.key.startsWith(typed)) ||
        a.key.length - b.key.length,
    )
    .slice(0, most);
}

/** Boards by the number of models that they share with one of them, most first. */
export function countSharedModels(models: readonly Model[], slug: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { boards } of models) {
    if (!boards.includes(slug)) continue;
    for (const other of boards) {
      if (other !== slug) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return new Map([...counts].toSorted(([, a], [, b]) => b - a));
}
