import { Link } from '@tanstack/react-router';
import type { CountedFacets } from '../../search/facet-counts.ts';
import { formatCount, formatPlural } from '../format/numbers.ts';
import { PaperList } from '../paper/paper-list.tsx';
import { writeFilter } from '../search/query-filters.ts';
import type { FoundPapers } from '../search/use-search.ts';
import { YearChart } from '../spark/year-chart.tsx';
import { countSpellings, isNamed } from './match-author.ts';
import './author-papers.css';

const TASKS_SHOWN = 8;

/** What was found for the name of an author: how much, when, on which tasks, and the papers of one page. */
export function AuthorPapers({
  found,
  name,
  query,
}: {
  readonly found: FoundPapers;
  /** As asked for. */
  readonly name: string;
  /** The search that found them. */
  readonly query: string;
}) {
  const { response } = found;
  const papers = found.papers.map(({ paper }) => paper);
  const { total, facets } = response;
  if (total === 0) {
    return (
      <p className="page-section">
        No author of a paper in the archive has all words of this name. Names are written in many
        ways: try the last name alone in the <Link to="/search">search</Link>.
      </p>
    );
  }
  const own = papers.filter(({ authors }) => authors.some((author) => isNamed(author, name)));
  const spellings = countSpellings(own, name);
  return (
    <>
      <p className="page-lead">
        {formatPlural(total, 'paper')}
        {facets !== null && facets.withCode > 0 && `, ${formatCount(facets.withCode)} with code`}
        {facets !== null &&
          facets.withResults > 0 &&
          `, ${formatCount(facets.withResults)} with results`}
        , newest first. The archive knows authors by their names alone, so people of one name stand
        together.
      </p>
      {spellings.length > 1 && (
        <p className="muted small">
          On this page written {spellings.map((spelling) => spelling.name).join(', ')}.
        </p>
      )}
      {facets !== null && <AuthorFacts facets={facets} query={query} />}
      <section className="page-section" aria-label="Papers">
        <PaperList papers={own} />
        {own.length < papers.length && (
          <p className="page-more muted small">
            {formatPlural(papers.length - own.length, 'paper')} of this page left out, where the
            words of the name belong to different people.
          </p>
        )}
      </section>
    </>
  );
}

function AuthorFacts({
  facets: { years, tasks },
  query,
}: {
  readonly facets: CountedFacets;
  readonly query: string;
}) {
  return (
    <div className="author-facts">
      {years.length > 1 && (
        <section aria-labelledby="author-years">
          <h2 id="author-years" className="author-facts-title">
            Papers a year
          </h2>
          <YearChart
            label="Papers a year"
            bars={fillYears(years)}
            describe={({ year, value }) => `${year}: ${formatPlural(value, 'paper')}`}
          />
        </section>
      )}
      {tasks.length > 0 && (
        <section aria-labelledby="author-tasks">
          <h2 id="author-tasks" className="author-facts-title">
            Tasks
          </h2>
          <ul className="plain author-tasks">
            {tasks.slice(0, TASKS_SHOWN).map(({ slug, name, papers }) => (
              <li key={slug ?? name}>
                <Link to="/search" search={{ q: `${query} ${writeFilter('task', slug ?? name)}` }}>
                  {name}
                </Link>
                <span className="muted number">{formatCount(papers)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Every year from the first to the last. */
function fillYears(years: CountedFacets['years']) {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? first;
  const byYear = new Map(years.map(({ year, papers }) => [year, papers]));
  return Array.from({ length: last - first + 1 }, (_, place) => ({
    year: first + place,
    value: byYear.get(first + place) ?? 0,
  }));
}
