import type { DatasetListing } from '../../format/records/dataset.ts';
import type { DatasetSort } from './datasets-search.ts';

const byName = new Intl.Collator('en', { numeric: true });

/**
 * Datasets in an order; the archive's own is by papers. Those without a date stand last by `newest`;
 * equal ones keep the archive's order.
 */
export function sortDatasets(
  datasets: readonly DatasetListing[],
  sort: DatasetSort,
): readonly DatasetListing[] {
  switch (sort) {
    case 'papers':
      return datasets;
    case 'name':
      return datasets.toSorted((a, b) => byName.compare(a.name, b.name));
    case 'newest':
      return datasets.toSorted((a, b) => compareDates(b.introduced, a.introduced));
  }
}

/** Dates of any precision; a year stands before its months, no date before all. */
function compareDates(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
