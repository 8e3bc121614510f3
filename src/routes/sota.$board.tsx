import { createFileRoute } from '@tanstack/react-router';
import { leaveLostAddress } from '../app/lost-address.ts';
import { BoardExplorer } from '../components/leaderboard/board-explorer.tsx';
import { parseBoardSearch } from '../components/leaderboard/board-search.ts';
import { describeBoard } from '../components/leaderboard/describe-board.ts';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/sota/$board')({
  validateSearch: parseBoardSearch,
  async loader({ context, params }) {
    const { archive } = await context.services.archive();
    const board = await archive.board(params.board);
    if (board === null) return leaveLostAddress(archive, 'board', params.board);
    return { board };
  },
  component: BoardPage,
});

function BoardPage() {
  const { board } = Route.useLoaderData();
  const { services } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHead
        title={`${board.task.name} on ${board.dataset.name}`}
        description={describeBoard(board)}
      />
      <BoardExplorer
        key={board.slug}
        board={board}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
        readPaper={async (slug) => {
          const { archive } = await services.archive();
          const found = await archive.findPaper(slug);
          return found === null ? null : archive.paper(found.number);
        }}
      />
    </>
  );
}
