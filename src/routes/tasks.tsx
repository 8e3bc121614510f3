import { createFileRoute } from '@tanstack/react-router';
import { TaskCatalogue } from '../components/catalogue/task-catalogue.tsx';
import { parseTasksSearch } from '../components/catalogue/tasks-search.ts';
import { formatCount } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/tasks')({
  validateSearch: parseTasksSearch,
  loader: async ({ context }) => {
    const { archive } = await context.services.archive();
    const [overview, tasks] = await Promise.all([archive.overview(), archive.listTasks()]);
    return { areas: overview.areas, tasks };
  },
  component: TasksPage,
});

function TasksPage() {
  const { areas, tasks } = Route.useLoaderData();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHead
        title="Tasks"
        description={`All ${formatCount(tasks.length)} tasks of the archive by area, with their leaderboards.`}
      />
      <Breadcrumbs crumbs={[{ label: 'Tasks' }]} />
      <h1>Tasks</h1>
      <TaskCatalogue
        areas={areas}
        tasks={tasks}
        search={search}
        onSearch={(change) =>
          void navigate({
            search: (previous) => parseTasksSearch({ ...previous, ...change }),
            replace: true,
            resetScroll: false,
          })
        }
      />
    </>
  );
}
