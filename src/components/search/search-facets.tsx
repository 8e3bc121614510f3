import { useId, useState } from 'react';
import type { CountedFacets, FacetCount } from '../../search/facet-counts.ts';
import { formatCount } from '../format/numbers.ts';
import { countFilters, hasFilter, setFilter, toggleFilter, writeFilter } from './query-filters.ts';
import { YearHistogram } from './year-histogram.tsx';

const YEAR = /(?:^|\s)year:(\d{4})(?=\s|$)/i;

const GROUPS = [
  { title: 'Tasks', operator: 'task', list: 'tasks' },
  { title: 'Methods', operator: 'method', list: 'methods' },
  { title: 'Venues', operator: 'venue', list: 'venues' },
] as const;

/**
 * What the results have in common, each a filter with the number of results that have it. On a narrow
 * page they stand above the results, behind a button.
 */
export function SearchFacets({
  facets,
  text,
  onChange,
}: {
  readonly facets: CountedFacets;
  readonly text: string;
  /** Called with the query that a filter makes. */
  readonly onChange: (text: string) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const bodyId = useId();
  const chosen = countFilters(text);
  const year = YEAR.exec(text)?.[1];
  const toggle = (filter: string) => onChange(toggleFilter(text, filter));
  const has = [
    { name: 'code', label: 'With code', papers: facets.withCode },
    { name: 'results', label: 'With results', papers: facets.withResults },
  ];
  return (
    <aside className="search-facets" aria-label="Filters">
      <button
        type="button"
        className="button search-facets-toggle"
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setIsOpen(!isOpen)}
      >
        Filters
        {chosen > 0 && <span className="count-mark">{chosen}</span>}
      </button>
      <div id={bodyId} className="search-facets-body" data-open={isOpen}>
        <YearHistogram
          years={facets.years}
          chosen={year === undefined ? null : Number(year)}
          onChoose={(choice) =>
            onChange(setFilter(text, 'year', choice === null ? null : String(choice)))
          }
        />
        <ul className="plain search-facet">
          {has.map(({ name, label, papers }) => (
            <FacetItem
              key={name}
              label={label}
              papers={papers}
              isChosen={hasFilter(text, `has:${name}`)}
              onToggle={() => toggle(`has:${name}`)}
            />
          ))}
        </ul>
        {GROUPS.map(({ title, operator, list }) => (
          <FacetGroup
            key={list}
            title={title}
            operator={operator}
            counts={facets[list]}
            text={text}
            onToggle={toggle}
          />
        ))}
      </div>
    </aside>
  );
}

function FacetGroup({
  title,
  operator,
  counts,
  text,
  onToggle,
}: {
  readonly title: string;
  readonly operator: string;
  readonly counts: readonly FacetCount[];
  readonly text: string;
  readonly onToggle: (filter: string) => void;
}) {
  if (counts.length === 0) return null;
  return (
    <section>
      <h2 className="search-facet-title">{title}</h2>
      <ul className="plain search-facet">
        {counts.map(({ slug, name, papers }) => {
          const filter = writeFilter(operator, slug ?? name);
          return (
            <FacetItem
              key={filter}
              label={name}
              papers={papers}
              isChosen={hasFilter(text, filter)}
              onToggle={() => onToggle(filter)}
            />
          );
        })}
      </ul>
    </section>
  );
}

function FacetItem({
  label,
  papers,
  isChosen,
  onToggle,
}: {
  readonly label: string;
  readonly papers: number;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        className="search-facet-item"
        aria-pressed={isChosen}
        disabled={papers === 0 && !isChosen}
        onClick={onToggle}
      >
        <span>{label}</span>
        <span className="muted">{formatCount(papers)}</span>
      </button>
    </li>
  );
}
