import { createFileRoute } from '@tanstack/react-router';
import { ComparePage } from '../components/compare/compare-page.tsx';
import { parseCompareSearch, type CompareSearch } from '../components/compare/compare-search.ts';
import { describeCompared } from '../components/compare/describe-compared.ts';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/compare')({
  validateSearch: parseCompareSearch,
  loaderDeps: ({ search: { of, models, boards } }): CompareSearch => ({
    ...(of !== undefined && { of }),
    ...(models !== undefined && { models }),
    ...(boards !== undefined && { boards }),
  }),
  loader: async ({ context, deps }) => {
    // Only this page needs it: it stays out of the first script.
    const [{ readCompared }, { archive }] = await Promise.all([
      import('./-read-compared.ts'),
      context.services.archive(),
    ]);
    return {
      compared: await readCompared(archive, deps),
      hasModels: (archive.manifest.sections.models?.records ?? 0) > 0,
    };
  },
  component: ComparedPage,
});

function ComparedPage() {
  const { compared, hasModels } = Route.useLoaderData();
  const { services } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHead {...describeCompared(compared, search)} />
      <ComparePage
        compared={compared}
        search={search}
        hasModels={hasModels}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
        readModels={() => services.archive().then(({ archive }) => archive.listModels())}
        readBoards={() => services.archive().then(({ archive }) => archive.listBoards())}
      />
    </>
  );
}
