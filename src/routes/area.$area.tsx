import { createFileRoute, notFound, redirect } from '@tanstack/react-router';
import { AreaCatalogue } from '../components/catalogue/area-catalogue.tsx';
import { NotableBoards } from '../components/catalogue/notable-boards.tsx';
import { parseFilterSearch } from '../components/catalogue/filter-search.ts';
import { formatPlural } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { YearSpark } from '../components/spark/year-spark.tsx';
import { nameKey } from '../format/name-key.ts';

import '../components/catalogue/area-cards.css';

export const Route = createFileRoute('/area/$area')({
  validateSearch: parseFilterSearch,
  loader: async ({ context, params }) => {
    const { archive } = await context.services.archive();
    const overview = await archive.overview();
    const area = overview.areas.find(({ slug }) => slug === params.area);
    if (area === undefined) {
      const key = nameKey(params.area);
      const same = overview.areas.find(({ slug }) => nameKey(slug) === key);
      if (same === undefined) throw notFound();
      throw redirect({
        to: '/area/$area',
        params: { area: same.slug },
        search: true,
        replace: true,
      });
    }
    const [tasks, boards] = await Promise.all([archive.listTasks(), archive.listBoards()]);
    return {
      area,
      tasks: tasks.filter((task) => task.areas.includes(area.slug)),
      boards: boards.filter((board) => board.areas.includes(area.slug)),
    };
  },
  component: AreaPage,
});

function AreaPage() {
  const { area, tasks, boards } = Route.useLoaderData();
  const { q = '' } = Route.useSearch();
  const navigate = Route.useNavigate();
  const facts = [
    formatPlural(area.tasks, 'task'),
    formatPlural(area.boards, 'leaderboard'),
    formatPlural(area.rows, 'result'),
  ].join(', ');
  return (
    <>
      <PageHead title={area.name} description={`State of the art in ${area.name}: ${facts}.`} />
      <Breadcrumbs crumbs={[{ label: 'SotA', link: { to: '/sota' } }, { label: area.name }]} />
      <h1>{area.name}</h1>
      <div className="area-lead">
        <p className="page-lead">{facts}.</p>
        {area.resultYears !== undefined && (
          <figure>
            <YearSpark years={area.resultYears} what="Results" />
            <figcaption className="muted small">Results a year</figcaption>
          </figure>
        )}
      </div>
      {area.notable !== undefined && (
        <section className="page-section" aria-labelledby="notable">
          <h2 id="notable">Notable benchmarks</h2>
          <NotableBoards boards={area.notable} label={`Notable benchmarks, ${area.name}`} />
        </section>
      )}
      <h2 className="page-section">Leaderboards by task</h2>
      <AreaCatalogue
        key={area.slug}
        tasks={tasks}
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
