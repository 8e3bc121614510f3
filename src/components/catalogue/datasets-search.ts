import { flagField, textField } from '../controls/search-field.ts';

export const DATASET_SORTS = ['papers', 'name', 'newest'] as const;
export type DatasetSort = (typeof DATASET_SORTS)[number];

/** Query string of the list of datasets, as it stands in the address and not yet believed. */
export interface DatasetsSearch {
  readonly q?: string;
  readonly modality?: string;
  readonly sort?: string;
  /** What is taken for an advertisement is shown too. */
  readonly ads?: true;
}

export function parseDatasetsSearch(search: Record<string, unknown>): DatasetsSearch {
  return {
    ...textField(search, 'q'),
    ...textField(search, 'modality'),
    ...textField(search, 'sort'),
    ...flagField(search, 'ads'),
  };
}

export interface DatasetsView {
  /** null for all. */
  readonly modality: string | null;
  readonly sort: DatasetSort;
  readonly problem: string | null;
}

/** What an address asks for; wrong values fall back and `problem` says so. */
export function resolveDatasetsSearch(
  search: DatasetsSearch,
  modalities: readonly string[],
): DatasetsView {
  const problems: string[] = [];
  let modality: string | null = search.modality ?? null;
  if (modality !== null && !modalities.includes(modality)) {
    problems.push(
      `The address asks for the modality “${modality}”, which no dataset has. Shown are all.`,
    );
    modality = null;
  }
  const sort = DATASET_SORTS.find((name) => name === search.sort);
  if (search.sort !== undefined && sort === undefined) {
    problems.push(
      `The address asks to sort by “${search.sort}”; “papers”, “name” and “newest” are known. Sorted by papers.`,
    );
  }
  return {
    modality,
    sort: sort ?? 'papers',
    problem: problems.length === 0 ? null : problems.join(' '),
  };
}
