import { createFileRoute, notFound } from '@tanstack/react-router';
import { useMemo } from 'react';
import { BoardHeading } from '../components/leaderboard/board-heading.tsx';
import { BoardTable } from '../components/leaderboard/board-table.tsx';
import { encodeSort, parseBoardSearch, resolveSort } from '../components/leaderboard/board-sort.ts';
import { planColumns } from '../components/leaderboard/board-columns.ts';
import { BoardDataset } from '../components/leaderboard/board-dataset.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { describeBoard } from '../components/leaderboard/describe-board.ts';

export const Route = createFileRoute('/sota/$board')({
  validateSearch: parseBoardSearch,
  async loader({ context, params }) {
    const { archive } = await context.services.archive();
    const board = await archive.board(params.board);
    if (board === null) throw notFound();
    return { board };
  },
  component: BoardPage,
});

function BoardPage() {
  const { board } = Route.useLoaderData();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const columns = useMemo(() => planColumns(board), [board]);
  const { sort, problem } = useMemo(() => resolveSort(search, columns), [search, columns]);
  return (
    <>
      <PageHead
        title={`${board.task.name} on ${board.dataset.name}`}
        description={describeBoard(board)}
      />
      <BoardHeading board={board} />
      {problem !== null && (
        <p className="notice" role="status">
          {problem}
        </p>
      )}
      <BoardTable
        board={board}
        columns={columns}
        sort={sort}
        onSort={(next) =>
          void navigate({ search: encodeSort(next), replace: true, resetScroll: false })
        }
      />
      <BoardDataset board={board} />
    </>
  );
}
