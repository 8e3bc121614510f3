import { createFileRoute } from '@tanstack/react-router';
import type { Archive } from '../archive/archive.ts';
import { isOfBoards, parseBoardPair } from '../components/compare/boards-view.ts';
import { ComparePage, type Compared } from '../components/compare/compare-page.tsx';
import { parseCompareSearch, type CompareSearch } from '../components/compare/compare-search.ts';
import { describeCompared } from '../components/compare/describe-compared.ts';
import { resolveModelsView } from '../components/compare/models-view.ts';
import { PageHead } from '../components/layout/page-head.tsx';
import { modelKey } from '../format/model-key.ts';

export const Route = createFileRoute('/compare')({
  validateSearch: parseCompareSearch,
  loaderDeps: ({ search: { of, models, boards } }): CompareSearch => ({
    ...(of !== undefined && { of }),
    ...(models !== undefined && { models }),
    ...(boards !== undefined && { boards }),
  }),
  async loader({ context, deps }) {
    const { archive } = await context.services.archive();
    return {
      archive,
      compared: isOfBoards(deps)
        ? await readBoards(archive, deps)
        : await readModels(archive, deps),
    };
  },
  component: ComparedPage,
});

/** The models of an address, and the boards that hold two of them or more. */
async function readModels(archive: Archive, search: CompareSearch): Promise<Compared> {
  const { models } = resolveModelsView(search).view;
  const records = await Promise.all(models.map(({ name }) => archive.model(modelKey(name))));
  const counts = new Map<string, number>();
  for (const slug of records.flatMap((record) => record?.boards ?? []))
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const shared = [...counts].flatMap(([slug, count]) => (count > 1 ? [slug] : []));
  const boards = await Promise.all(shared.map(archive.board));
  return { kind: 'models', records, boards: boards.filter((board) => board !== null) };
}

async function readBoards(archive: Archive, search: CompareSearch): Promise<Compared> {
  const { boards } = parseBoardPair(search);
  return { kind: 'boards', boards: await Promise.all(boards.map(archive.board)) };
}

function ComparedPage() {
  const { archive, compared } = Route.useLoaderData();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHead {...describeCompared(compared, search)} />
      <ComparePage
        compared={compared}
        search={search}
        hasModels={archive.manifest.sections.models.records > 0}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
        readModels={() => archive.listModels()}
        readBoards={() => archive.listBoards()}
      />
    </>
  );
}
