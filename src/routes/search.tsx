import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { FilterBox } from '../components/catalogue/filter-box.tsx';
import { useFilterText } from '../components/catalogue/use-filter-text.ts';
import { PageLinks } from '../components/controls/page-links.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { findPastedPath } from '../components/search/find-address.ts';
import {
  parseSearchAddress,
  resolveSearch,
  type SearchOrder,
} from '../components/search/search-address.ts';
import { SearchFacets } from '../components/search/search-facets.tsx';
import { SearchFailure } from '../components/search/search-failure.tsx';
import { SearchHints } from '../components/search/search-hints.tsx';
import { SearchResults } from '../components/search/search-results.tsx';
import { SearchSummary } from '../components/search/search-summary.tsx';
import { foundIn, useSearch, type SearchAccess } from '../components/search/use-search.ts';
import '../components/search/search.css';

const PAGE_SIZE = 20;
/** Results that can be paged through. */
const MAX_PAGES = 50;

export const Route = createFileRoute('/search')({
  validateSearch: parseSearchAddress,
  component: SearchPage,
});

function SearchPage() {
  const { services } = Route.useRouteContext();
  const navigate = useNavigate({ from: Route.fullPath });
  const { text: inAddress, order, page, problem } = resolveSearch(Route.useSearch());
  const sort = order === 'relevance' ? {} : { sort: order };
  const write = (q: string, replace: boolean) =>
    void navigate({ search: q === '' ? sort : { q, ...sort }, replace });
  const { text, setText, query } = useFilterText(inAddress, (value) => {
    // Of a pasted address another page comes of itself.
    if (findPastedPath(value) === null) write(value, true);
  });
  const [exact, setExact] = useState<string | null>(null);

  const access = useMemo<SearchAccess>(
    () => ({
      search: async (request, signal) => (await services.search()).search(request, signal),
      readPaper: async (number) => (await services.archive()).archive.paper(number),
    }),
    [services],
  );
  useEffect(() => {
    void services.search().then(
      (client) => client.warm(),
      () => undefined,
    );
  }, [services]);
  const pasted = findPastedPath(query);
  useEffect(() => {
    if (pasted !== null) void navigate({ to: pasted, replace: true });
  }, [pasted, navigate]);

  const state = useSearch(access, {
    text: query,
    isTyping: query !== inAddress || text !== inAddress,
    isExact: exact === query,
    order,
    skip: query === inAddress ? (page - 1) * PAGE_SIZE : 0,
    limit: PAGE_SIZE,
    wantsFacets: true,
  });
  const found = foundIn(state);
  const setOrder = (next: SearchOrder) =>
    void navigate({
      search: { q: text, ...(next === 'relevance' ? {} : { sort: next }) },
      replace: true,
    });
  const pages = Math.min(MAX_PAGES, Math.ceil((found?.response.total ?? 0) / PAGE_SIZE));
  return (
    <>
      <PageHead
        title={inAddress === '' ? 'Search' : `Search: ${inAddress}`}
        description="Search every paper of the archive by words, authors, tasks, methods and venues, on this device."
      />
      <h1>Search</h1>
      {problem !== null && (
        <p className="notice" role="status">
          {problem}
        </p>
      )}
      <form className="search-bar" role="search" onSubmit={(event) => event.preventDefault()}>
        <FilterBox label="Titles, authors, words, arXiv ids" text={text} onChange={setText} />
        <label className="filter-select">
          Order
          <select
            value={order}
            onChange={(event) => setOrder(event.target.value === 'date' ? 'date' : 'relevance')}
          >
            <option value="relevance">best match</option>
            <option value="date">newest</option>
          </select>
        </label>
      </form>
      {state.kind === 'idle' && <SearchHints />}
      {state.kind === 'failed' && <SearchFailure error={state.error} />}
      {found !== null && (
        <>
          <SearchSummary found={found} onExact={() => setExact(query)} />
          <div className="search-columns" data-stale={state.kind === 'searching'}>
            {found.response.facets !== null && (
              <SearchFacets
                facets={found.response.facets}
                text={text}
                onChange={(changed) => write(changed, false)}
              />
            )}
            <div>
              <SearchResults found={found} />
              <PageLinks
                page={Math.min(page, Math.max(1, pages))}
                pages={pages}
                renderLink={(target, label, props) => (
                  <Link
                    to="/search"
                    search={{
                      q: inAddress,
                      ...sort,
                      ...(target === 1 ? {} : { page: String(target) }),
                    }}
                    {...props}
                  >
                    {label}
                  </Link>
                )}
              />
            </div>
          </div>
        </>
      )}
    </>
  );
}
