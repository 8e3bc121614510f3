import { useMemo } from 'react';
import { withoutAdvertisements } from '../../format/records/advertisement.ts';
import type { DatasetListing } from '../../format/records/dataset.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { AddressProblem } from './address-problem.tsx';
import { AdvertisementSwitch } from './advertisement-switch.tsx';
import { countFacet } from './count-facet.ts';
import { DatasetTable } from './dataset-table.tsx';
import { resolveDatasetsSearch, type DatasetSort, type DatasetsSearch } from './datasets-search.ts';
import { facetOptions } from './facet-options.ts';
import { FilterBox } from './filter-box.tsx';
import { FilterSelect, type FilterOption } from './filter-select.tsx';
import { FilterStatus } from './filter-status.tsx';
import { createFilter } from './match-words.ts';
import { NoMatches } from './no-matches.tsx';
import { sortDatasets } from './sort-datasets.ts';
import { useFilterText } from './use-filter-text.ts';

const SORTS: readonly (FilterOption & { readonly value: DatasetSort })[] = [
  { value: 'papers', label: 'Most papers' },
  { value: 'name', label: 'Name' },
  { value: 'newest', label: 'Newest' },
];

/** All datasets, narrowed by name and modality. */
export function DatasetCatalogue({
  datasets: all,
  search,
  onSearch,
}: {
  readonly datasets: readonly DatasetListing[];
  readonly search: DatasetsSearch;
  /** Empty texts take a field out of the address. */
  readonly onSearch: (change: Omit<DatasetsSearch, 'ads'> & { readonly ads?: boolean }) => void;
}) {
  const { text, setText, query } = useFilterText(search.q ?? '', (q) => onSearch({ q }));
  const good = useMemo(() => withoutAdvertisements(all), [all]);
  const datasets = search.ads === true ? all : good;
  const modalities = useMemo(
    () => countFacet(datasets, (dataset) => dataset.modalities).map(({ value }) => value),
    [datasets],
  );
  const { modality, sort, problem } = useMemo(
    () => resolveDatasetsSearch(search, modalities),
    [search, modalities],
  );
  const sorted = useMemo(() => sortDatasets(datasets, sort), [datasets, sort]);
  const filter = useMemo(
    () => createFilter(sorted, ({ name, fullName = '' }) => `${name} ${fullName}`),
    [sorted],
  );
  const named = useMemo(() => filter(query), [filter, query]);
  const shown = useMemo(
    () =>
      modality === null ? named : named.filter((dataset) => dataset.modalities?.includes(modality)),
    [named, modality],
  );
  const options = useMemo(
    () =>
      facetOptions(
        modalities,
        countFacet(named, (dataset) => dataset.modalities),
      ),
    [modalities, named],
  );
  return (
    <>
      <AddressProblem problem={problem} />
      <div className="filter-bar">
        <FilterBox label="Filter datasets by name" text={text} onChange={setText} />
        <FilterSelect
          label="Modality"
          value={modality ?? ''}
          options={options}
          onChange={(value) => onSearch({ modality: value })}
        />
        <FilterSelect
          label="Sort by"
          value={sort}
          options={SORTS}
          onChange={(value) => onSearch({ sort: value === 'papers' ? '' : value })}
        />
        <AdvertisementSwitch
          count={all.length - good.length}
          isOn={search.ads === true}
          onChange={(ads) => onSearch({ ads })}
        />
      </div>
      <FilterStatus>
        {shown.length < datasets.length && `${formatCount(shown.length)} of `}
        {formatPlural(datasets.length, 'dataset')}
      </FilterStatus>
      {shown.length > 0 ? (
        <DatasetTable datasets={shown} />
      ) : (
        <NoMatches
          what={modality === null ? 'dataset' : `dataset of the modality ${modality}`}
          query={query}
          onClear={() => setText('')}
          actions={
            modality !== null && (
              <button type="button" className="button" onClick={() => onSearch({ modality: '' })}>
                All modalities
              </button>
            )
          }
        />
      )}
    </>
  );
}
