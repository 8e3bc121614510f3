import { createFileRoute } from '@tanstack/react-router';
import { leaveLostAddress } from '../app/lost-address.ts';
import { Described } from '../components/catalogue/described.tsx';
import { describeTask } from '../components/catalogue/describe-catalogue.ts';
import { prepareDescription } from '../components/catalogue/prepare-description.ts';
import { TaskBoards } from '../components/catalogue/task-boards.tsx';
import { TaskFacts } from '../components/catalogue/task-facts.tsx';
import { TaskHeading } from '../components/catalogue/task-heading.tsx';
import { parseTaskSearch } from '../components/catalogue/task-search.ts';
import { Subtasks, TaskDatasets, TaskPapers } from '../components/catalogue/task-sections.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/task/$task')({
  validateSearch: parseTaskSearch,
  loader: async ({ context, params }) => {
    prepareDescription();
    const { archive } = await context.services.archive();
    const task = await archive.task(params.task);
    if (task === null) return leaveLostAddress(archive, 'task', params.task);
    return { task };
  },
  component: TaskPage,
});

function TaskPage() {
  const { task } = Route.useLoaderData();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const change = (changed: Record<string, string | boolean>) =>
    void navigate({
      search: (previous) => parseTaskSearch({ ...previous, ...changed }),
      replace: true,
      resetScroll: false,
    });
  return (
    <article key={task.slug}>
      <PageHead title={task.name} description={describeTask(task)} />
      <TaskHeading task={task} />
      <Described text={task.description} source={task.source} facts={<TaskFacts task={task} />} />
      <TaskBoards task={task} search={search} onSearch={change} />
      {task.children !== undefined && (
        <Subtasks
          tasks={task.children}
          showsAll={search.all === true}
          onShowAll={(all) => change({ all })}
        />
      )}
      {task.datasets !== undefined && <TaskDatasets datasets={task.datasets} />}
      <TaskPapers task={task} />
    </article>
  );
}
