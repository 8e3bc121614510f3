import { createFileRoute } from '@tanstack/react-router';
import { leaveLostAddress } from '../app/lost-address.ts';
import { AdvertisementNotice } from '../components/catalogue/advertisement-notice.tsx';
import { BoardSummaryTable } from '../components/catalogue/board-summary-table.tsx';
import { DataLoaders } from '../components/catalogue/data-loaders.tsx';
import { DatasetFacts } from '../components/catalogue/dataset-facts.tsx';
import { Described } from '../components/catalogue/described.tsx';
import { describeDataset } from '../components/catalogue/describe-catalogue.ts';
import { FoldedChips } from '../components/catalogue/folded-chips.tsx';
import { prepareDescription } from '../components/catalogue/prepare-description.ts';
import { RecordHeading } from '../components/catalogue/record-heading.tsx';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/dataset/$slug')({
  loader: async ({ context, params }) => {
    prepareDescription();
    const { archive } = await context.services.archive();
    const dataset = await archive.dataset(params.slug);
    if (dataset === null) return leaveLostAddress(archive, 'dataset', params.slug);
    return { dataset };
  },
  component: DatasetPage,
});

function DatasetPage() {
  const { dataset } = Route.useLoaderData();
  const { name, fullName, warning, description, tasks, loaders, boards, advertisement } = dataset;
  return (
    <article key={dataset.slug}>
      <PageHead title={name} description={describeDataset(dataset)} />
      <Breadcrumbs crumbs={[{ label: 'Datasets', link: { to: '/datasets' } }, { label: name }]} />
      <RecordHeading name={name} fullName={fullName} />
      {warning !== undefined && <p className="notice record-warning">{warning}</p>}
      <AdvertisementNotice signs={advertisement} />
      <Described text={description} facts={<DatasetFacts dataset={dataset} />} />
      {boards !== undefined && (
        <section className="page-section">
          <h2>Leaderboards</h2>
          <BoardSummaryTable boards={boards} showTask />
        </section>
      )}
      {tasks !== undefined && (
        <section className="page-section">
          <h2>Tasks</h2>
          <FoldedChips tasks={tasks} />
        </section>
      )}
      {loaders !== undefined && <DataLoaders loaders={loaders} />}
    </article>
  );
}
