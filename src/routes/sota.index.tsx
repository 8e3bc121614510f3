import { createFileRoute } from '@tanstack/react-router';
import { BoardCatalogue } from '../components/catalogue/board-catalogue.tsx';
import { parseFilterSearch } from '../components/catalogue/filter-search.ts';
import { formatCount } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/sota/')({
  validateSearch: parseFilterSearch,
  async loader({ context }) {
    const { archive } = await context.services.archive();
    const [overview, boards] = await Promise.all([archive.overview(), archive.listBoards()]);
    return { areas: overview.areas, boards, results: archive.manifest.counts.rows };
  },
  component: SotaPage,
});

function SotaPage() {
  const { areas, boards, results } = Route.useLoaderData();
  const { q = '' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHead
        title="State of the art"
        description={`All ${formatCount(boards.length)} leaderboards of machine learning by area, with the best model of each.`}
      />
      <Breadcrumbs crumbs={[{ label: 'SotA' }]} />
      <h1>State of the art</h1>
      <p className="page-lead">
        {formatCount(results)} results on {formatCount(boards.length)} leaderboards. The boards with
        most results come first.
      </p>
      <BoardCatalogue
        areas={areas}
        boards={boards}
        query={q}
        onQuery={(text) =>
          void navigate({
            search: parseFilterSearch({ q: text }),
            replace: true,
            resetScroll: false,
          })
        }
      />
    </>
  );
}
