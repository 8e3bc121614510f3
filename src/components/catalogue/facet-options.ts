import { formatCount } from '../format/numbers.ts';
import type { FacetValue } from './count-facet.ts';
import type { FilterOption } from './filter-select.tsx';

/** Choices of a facet, '' for all: in a fixed order, each with how many items it would leave. */
export function facetOptions(
  values: readonly string[],
  counts: readonly FacetValue[],
): FilterOption[] {
  const byValue = new Map(counts.map(({ value, count }) => [value, count]));
  return [
    { value: '', label: 'All' },
    ...values.map((value) => ({
      value,
      label: `${value} (${formatCount(byValue.get(value) ?? 0)})`,
    })),
  ];
}
