import { createFileRoute, notFound } from '@tanstack/react-router';
import { Described } from '../components/catalogue/described.tsx';
import { describeTask } from '../components/catalogue/describe-catalogue.ts';
import { LatestPapers } from '../components/catalogue/latest-papers.tsx';
import { prepareDescription } from '../components/catalogue/prepare-description.ts';
import { TaskHeading } from '../components/catalogue/task-heading.tsx';
import { Subtasks, TaskBoards, TaskDatasets } from '../components/catalogue/task-sections.tsx';
import { formatPlural } from '../components/format/numbers.ts';
import { PageHead } from '../components/layout/page-head.tsx';

export const Route = createFileRoute('/task/$task')({
  async loader({ context, params }) {
    prepareDescription();
    const { archive } = await context.services.archive();
    const task = await archive.task(params.task);
    if (task === null) throw notFound();
    return { task };
  },
  component: TaskPage,
});

function TaskPage() {
  const { task } = Route.useLoaderData();
  const { latest } = task;
  return (
    <article key={task.slug}>
      <PageHead title={task.name} description={describeTask(task)} />
      <TaskHeading task={task} />
      {task.description !== undefined && (
        <Described text={task.description} source={task.source} facts={null} />
      )}
      <TaskBoards task={task} />
      {task.children !== undefined && <Subtasks tasks={task.children} />}
      {task.datasets !== undefined && <TaskDatasets datasets={task.datasets} />}
      {latest !== undefined && (
        <LatestPapers
          papers={latest}
          note={
            task.papers > latest.length
              ? `The newest ${latest.length} of ${formatPlural(task.papers, 'paper')}.`
              : null
          }
        />
      )}
    </article>
  );
}
