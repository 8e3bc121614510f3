import { modelKey } from '../../format/model-key.ts';
import type { SoughtModel } from '../../leaderboard/model-results.ts';
import { encodeList } from '../leaderboard/list-field.ts';
import type { CompareSearch } from './compare-search.ts';

export const MAX_MODELS = 5;

/** How a person compares models. All of it stands in the address: `resolveModelsView` reads it. */
export interface ModelsView {
  /** In the order they were chosen; no two of one name. */
  readonly models: readonly SoughtModel[];
  /** Boards that hold all of the models, or any two of them. */
  readonly held: 'all' | 'two';
  /** Boards with most results first, or with the widest gap between the models, or by name. */
  readonly arrange: 'results' | 'gap' | 'name';
}

/** Stands in the list of papers for a model that is not kept to one. */
export const ANY_PAPER = '-';

/** Different models of some rows, as many as can be compared. @param paper keeps all to that paper. */
export function chooseModels(
  rows: readonly { readonly model: string }[],
  paper: string | null = null,
): SoughtModel[] {
  const byKey = new Map(rows.map(({ model }) => [modelKey(model), { name: model, paper }]));
  byKey.delete('');
  return [...byKey.values()].slice(0, MAX_MODELS);
}

/** The address of models over all boards they share. */
export function encodeModels(models: readonly SoughtModel[]): CompareSearch {
  return encodeModelsView({ models, held: 'all', arrange: 'results' });
}

/** The query string of a view; what is as usual is left out. */
export function encodeModelsView({ models, held, arrange }: ModelsView): CompareSearch {
  const hasPapers = models.some(({ paper }) => paper !== null);
  return {
    ...(models.length > 0 && { models: encodeList(models.map(({ name }) => name)) }),
    ...(hasPapers && { papers: encodeList(models.map(({ paper }) => paper ?? ANY_PAPER)) }),
    ...(held !== 'all' && { held }),
    ...(arrange !== 'results' && { arrange }),
  };
}
