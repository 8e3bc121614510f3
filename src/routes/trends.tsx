import { createFileRoute, Link } from '@tanstack/react-router';
import { formatCount, formatPlural } from '../components/format/numbers.ts';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { YearChart } from '../components/spark/year-chart.tsx';
import { planTrends } from '../components/trends/plan-trends.ts';
import { TrendTable } from '../components/trends/trend-table.tsx';
import type { Trends } from '../format/records/trends.ts';

export const Route = createFileRoute('/trends')({
  loader: async ({ context }) => {
    const { archive } = await context.services.archive();
    const { readTrends } = await import('../archive/later-records.ts');
    return { trends: await readTrends(archive), date: archive.manifest.date };
  },
  component: TrendsPage,
});

const KINDS = [
  { kind: 'task', title: 'Tasks', list: 'tasks' },
  { kind: 'method', title: 'Methods', list: 'methods' },
] as const;

function TrendsPage() {
  const { trends, date } = Route.useLoaderData();
  return (
    <>
      <PageHead
        title="Trends"
        description="Papers, code, frameworks, tasks and methods of machine learning by year, counted in the archive."
      />
      <Breadcrumbs crumbs={[{ label: 'SotA', link: { to: '/sota' } }, { label: 'Trends' }]} />
      <h1>Trends</h1>
      {trends === null || trends.years.length === 0 ? (
        <p className="page-lead">
          This archive was written before trends were counted, or has no dated papers. A newer one
          has them: see <Link to="/offline">what is on this device</Link>.
        </p>
      ) : (
        <TrendSections trends={trends} date={date} />
      )}
    </>
  );
}

function TrendSections({ trends, date }: { readonly trends: Trends; readonly date: string }) {
  const { years, earlier, lastWhole } = planTrends(trends, date);
  const firstYear = trends.years[0]?.year ?? 0;
  const year = lastWhole?.year ?? firstYear;
  const papers = lastWhole?.papers ?? 0;
  const frameworks = lastYearOf(trends, year);
  return (
    <>
      <p className="page-lead">
        What the archive holds, counted by the dates of its papers up to {date}. It tells what was
        gathered here, which is not all that was published; the last year is not a whole one.
        {earlier > 0 && ` ${formatPlural(earlier, 'older paper')} are not drawn.`}
      </p>
      <div className="trend-charts">
        <section aria-labelledby="trend-papers">
          <h2 id="trend-papers">Papers, and those with code</h2>
          <YearChart
            label="Papers a year"
            bars={years.map((each) => ({
              year: each.year,
              value: each.papers,
              part: each.withCode,
            }))}
            describe={({ year: of, value, part = 0 }) =>
              `${of}: ${formatPlural(value, 'paper')}, ${formatCount(part)} with code`
            }
          />
        </section>
        <section aria-labelledby="trend-code">
          <h2 id="trend-code">Share of papers with code</h2>
          <YearChart
            label="Share of papers with code a year"
            bars={years.map((each) => ({
              year: each.year,
              value: each.papers === 0 ? 0 : (100 * each.withCode) / each.papers,
            }))}
            format={(value) => `${Math.round(value)} %`}
            describe={({ year: of, value }) => `${of}: ${value.toFixed(1)} % with code`}
          />
        </section>
        <section aria-labelledby="trend-results">
          <h2 id="trend-results">Results on leaderboards</h2>
          <YearChart
            label="Results a year"
            bars={years.map((each) => ({ year: each.year, value: each.results }))}
            describe={({ year: of, value }) => `${of}: ${formatPlural(value, 'result')}`}
          />
        </section>
      </div>
      {trends.frameworks.length > 0 && (
        <section className="page-section" aria-labelledby="trend-frameworks">
          <h2 id="trend-frameworks">Frameworks</h2>
          <p className="muted small">
            Repositories whose framework the archive names, by the year of their paper; shares are
            of {formatPlural(frameworks.repositories, 'such repository', 'such repositories')} of{' '}
            {frameworks.year}. Many repositories name none.
          </p>
          <TrendTable
            label="Frameworks by year"
            nameLabel="Framework"
            unit="Repositories"
            series={trends.frameworks}
            firstYear={firstYear}
            year={frameworks.year}
            whole={frameworks.repositories}
            to={null}
          />
        </section>
      )}
      {KINDS.map(({ kind, title, list }) => (
        <section key={kind} className="page-section" aria-labelledby={`trend-${kind}`}>
          <h2 id={`trend-${kind}`}>{title}</h2>
          <p className="muted small">
            {title} of most papers; shares are of all {formatCount(papers)} papers of {year}.
          </p>
          <TrendTable
            label={`${title} by year`}
            nameLabel={kind === 'task' ? 'Task' : 'Method'}
            unit="Papers"
            series={trends[list]}
            firstYear={firstYear}
            year={year}
            whole={papers}
            to={kind}
          />
        </section>
      ))}
    </>
  );
}

/** The last year up to `latest` of which frameworks are known, and their repositories in it. */
function lastYearOf({ years, frameworks }: Trends, latest: number) {
  const sums = years.map(({ year }, place) => ({
    year,
    repositories: frameworks.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0),
  }));
  return (
    sums.findLast(({ year, repositories }) => year <= latest && repositories > 0) ?? {
      year: latest,
      repositories: 0,
    }
  );
}
