import { createFileRoute } from '@tanstack/react-router';
import { MethodAreas } from '../components/catalogue/method-areas.tsx';
import { MethodCatalogue } from '../components/catalogue/method-catalogue.tsx';
import { parseMethodsSearch } from '../components/catalogue/methods-search.ts';
import { formatCount } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { withoutAdvertisements } from '../format/records/advertisement.ts';

export const Route = createFileRoute('/methods/')({
  validateSearch: parseMethodsSearch,
  loader: async ({ context }) => {
    const { archive } = await context.services.archive();
    const { planMethodTree } = await import('../components/catalogue/method-tree.ts');
    const methods = await archive.listMethods();
    const good = withoutAdvertisements(methods);
    return { methods, count: good.length, areas: planMethodTree(good) };
  },
  component: MethodsPage,
});

function MethodsPage() {
  const { methods, count, areas } = Route.useLoaderData();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHead
        title="Methods"
        description={`All ${formatCount(count)} methods of the archive by area, with the papers that use them.`}
      />
      <Breadcrumbs crumbs={[{ label: 'Methods' }]} />
      <h1>Methods</h1>
      <MethodAreas areas={areas} />
      <MethodCatalogue
        methods={methods}
        search={search}
        onSearch={(change) =>
          void navigate({
            search: (previous) => parseMethodsSearch({ ...previous, ...change }),
            replace: true,
            resetScroll: false,
          })
        }
      />
    </>
  );
}
