import { useMemo } from 'react';
import { withoutAdvertisements } from '../../format/records/advertisement.ts';
import type { MethodListing } from '../../format/records/method.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { AddressProblem } from './address-problem.tsx';
import { AdvertisementSwitch } from './advertisement-switch.tsx';
import { countFacet } from './count-facet.ts';
import { facetOptions } from './facet-options.ts';
import { FilterBox } from './filter-box.tsx';
import { FilterSelect } from './filter-select.tsx';
import { FilterStatus } from './filter-status.tsx';
import { createFilter } from './match-words.ts';
import { MethodTable } from './method-table.tsx';
import { resolveMethodsSearch, type MethodsSearch } from './methods-search.ts';
import { NoMatches } from './no-matches.tsx';
import { useFilterText } from './use-filter-text.ts';

/** All methods, narrowed by name, collection and area. */
export function MethodCatalogue({
  methods: all,
  search,
  onSearch,
}: {
  readonly methods: readonly MethodListing[];
  readonly search: MethodsSearch;
  /** Empty texts take a field out of the address. */
  readonly onSearch: (change: Omit<MethodsSearch, 'ads'> & { readonly ads?: boolean }) => void;
}) {
  const { text, setText, query } = useFilterText(search.q ?? '', (q) => onSearch({ q }));
  const good = useMemo(() => withoutAdvertisements(all), [all]);
  const methods = search.ads === true ? all : good;
  const areas = useMemo(
    () => countFacet(methods, (method) => method.areas).map(({ value }) => value),
    [methods],
  );
  const { area, problem } = resolveMethodsSearch(search, areas);
  const filter = useMemo(
    () =>
      createFilter(methods, ({ name, fullName = '', collections = [] }) =>
        [name, fullName, ...collections].join(' '),
      ),
    [methods],
  );
  const named = useMemo(() => filter(query), [filter, query]);
  const shown = useMemo(
    () => (area === null ? named : named.filter((method) => method.areas?.includes(area))),
    [named, area],
  );
  const options = useMemo(
    () =>
      facetOptions(
        areas,
        countFacet(named, (method) => method.areas),
      ),
    [areas, named],
  );
  return (
    <>
      <AddressProblem problem={problem} />
      <div className="filter-bar">
        <FilterBox label="Filter methods by name or collection" text={text} onChange={setText} />
        <FilterSelect
          label="Area"
          value={area ?? ''}
          options={options}
          onChange={(value) => onSearch({ area: value })}
        />
        <AdvertisementSwitch
          count={all.length - good.length}
          isOn={search.ads === true}
          onChange={(ads) => onSearch({ ads })}
        />
      </div>
      <FilterStatus>
        {shown.length < methods.length && `${formatCount(shown.length)} of `}
        {formatPlural(methods.length, 'method')}, those in most papers first
      </FilterStatus>
      {shown.length > 0 ? (
        <MethodTable methods={shown} />
      ) : (
        <NoMatches
          what={area === null ? 'method' : `method of the area ${area}`}
          query={query}
          onClear={() => setText('')}
          actions={
            area !== null && (
              <button type="button" className="button" onClick={() => onSearch({ area: '' })}>
                All areas
              </button>
            )
          }
        />
      )}
    </>
  );
}
