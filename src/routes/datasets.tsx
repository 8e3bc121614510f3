import { createFileRoute } from '@tanstack/react-router';
import { DatasetCatalogue } from '../components/catalogue/dataset-catalogue.tsx';
import { parseDatasetsSearch } from '../components/catalogue/datasets-search.ts';
import { formatCount } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { withoutAdvertisements } from '../format/records/advertisement.ts';

export const Route = createFileRoute('/datasets')({
  validateSearch: parseDatasetsSearch,
  loader: async ({ context }) => {
    const { archive } = await context.services.archive();
    const datasets = await archive.listDatasets();
    return { datasets, count: withoutAdvertisements(datasets).length };
  },
  component: DatasetsPage,
});

function DatasetsPage() {
  const { datasets, count } = Route.useLoaderData();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHead
        title="Datasets"
        description={`All ${formatCount(count)} datasets of the archive, by name and modality, with their papers and leaderboards.`}
      />
      <Breadcrumbs crumbs={[{ label: 'Datasets' }]} />
      <h1>Datasets</h1>
      <DatasetCatalogue
        datasets={datasets}
        search={search}
        onSearch={(change) =>
          void navigate({
            search: (previous) => parseDatasetsSearch({ ...previous, ...change }),
            replace: true,
            resetScroll: false,
          })
        }
      />
    </>
  );
}
