import { createFileRoute, notFound } from '@tanstack/react-router';
import { MethodTable } from '../components/catalogue/method-table.tsx';
import { formatPlural } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { withoutAdvertisements } from '../format/records/advertisement.ts';

export const Route = createFileRoute('/methods/category/$slug')({
  loader: async ({ context, params }) => {
    const { archive } = await context.services.archive();
    const { findBySlug, planCollections, planMethodTree } =
      await import('../components/catalogue/method-tree.ts');
    const methods = withoutAdvertisements(await archive.listMethods());
    const collection = findBySlug(planCollections(methods), params.slug);
    if (collection === null) throw notFound();
    const area = planMethodTree(methods).find(({ name }) => name === collection.area) ?? null;
    return { collection, area: area && { slug: area.slug, name: area.name } };
  },
  component: MethodCollectionPage,
});

function MethodCollectionPage() {
  const { collection, area } = Route.useLoaderData();
  const facts = formatPlural(collection.methods.length, 'method');
  return (
    <>
      <PageHead
        title={collection.name}
        description={`${collection.name}: ${facts} of machine learning, those in most papers first.`}
      />
      <Breadcrumbs
        crumbs={[
          { label: 'Methods', link: { to: '/methods' } },
          ...(area === null
            ? []
            : [
                {
                  label: area.name,
                  link: { to: '/methods/area/$area', params: { area: area.slug } },
                } as const,
              ]),
          { label: collection.name },
        ]}
      />
      <h1>{collection.name}</h1>
      <p className="page-lead">{facts}, those in most papers first.</p>
      <MethodTable methods={collection.methods} />
    </>
  );
}
