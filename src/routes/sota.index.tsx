import { createFileRoute } from '@tanstack/react-router';
import { BoardCatalogue } from '../components/catalogue/board-catalogue.tsx';
import { SotaOverview } from '../components/catalogue/sota-overview.tsx';
import { parseSotaSearch } from '../components/catalogue/sota-search.ts';
import { formatCount } from '../components/format/numbers.ts';
import { Breadcrumbs, type Crumb } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/sota/')({
  validateSearch: parseSotaSearch,
  // The list of all boards is a hundred times the overview: it is read once somebody filters, or asks for all.
  loaderDeps: ({ search }) => ({ needsBoards: search.q !== undefined || search.all === true }),
  loader: async ({ context, deps }) => {
    const { archive } = await context.services.archive();
    const [overview, boards] = await Promise.all([
      archive.overview(),
      deps.needsBoards ? archive.listBoards() : null,
    ]);
    return { overview, boards, counts: archive.manifest.counts };
  },
  component: SotaPage,
});

function SotaPage() {
  const { overview, boards, counts } = Route.useLoaderData();
  const { q = '', all } = Route.useSearch();
  const navigate = Route.useNavigate();
  const crumbs: readonly Crumb[] =
    all === true
      ? [{ label: 'SotA', link: { to: '/sota' } }, { label: 'All leaderboards' }]
      : [{ label: 'SotA' }];
  return (
    <>
      <PageHead
        title="State of the art"
        description={`All ${formatCount(counts.boards)} leaderboards of machine learning by area, with the best model of each.`}
      />
      <Breadcrumbs crumbs={crumbs} />
      <h1>State of the art</h1>
      <p className="page-lead">
        {formatCount(counts.rows)} results on {formatCount(counts.boards)} leaderboards.
      </p>
      <BoardCatalogue
        areas={overview.areas}
        boards={boards}
        total={counts.boards}
        query={q}
        onQuery={(text) =>
          void navigate({
            search: (previous) => parseSotaSearch({ ...previous, q: text }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        {all === true ? null : <SotaOverview overview={overview} />}
      </BoardCatalogue>
    </>
  );
}
