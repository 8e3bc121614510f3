import { createFileRoute, notFound } from '@tanstack/react-router';
import { CollectionColumns } from '../components/catalogue/collection-columns.tsx';
import { MethodTable } from '../components/catalogue/method-table.tsx';
import { formatPlural } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { withoutAdvertisements } from '../format/records/advertisement.ts';

export const Route = createFileRoute('/methods/area/$area')({
  loader: async ({ context, params }) => {
    const { archive } = await context.services.archive();
    const { findBySlug, planMethodTree } = await import('../components/catalogue/method-tree.ts');
    const area = findBySlug(
      planMethodTree(withoutAdvertisements(await archive.listMethods())),
      params.area,
    );
    if (area === null) throw notFound();
    return { area };
  },
  component: MethodAreaPage,
});

function MethodAreaPage() {
  const { area } = Route.useLoaderData();
  const facts = `${formatPlural(area.methods.length, 'method')} in ${formatPlural(area.collections.length, 'collection')}`;
  return (
    <>
      <PageHead title={`Methods: ${area.name}`} description={`${area.name}: ${facts}.`} />
      <Breadcrumbs
        crumbs={[{ label: 'Methods', link: { to: '/methods' } }, { label: area.name }]}
      />
      <h1>{area.name} methods</h1>
      <p className="page-lead">{facts}.</p>
      {area.collections.length > 0 && (
        <section className="page-section">
          <h2>Collections</h2>
          <CollectionColumns collections={area.collections} />
        </section>
      )}
      <section className="page-section">
        <h2>Methods in most papers first</h2>
        <MethodTable methods={area.methods} />
      </section>
    </>
  );
}
