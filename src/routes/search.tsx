import { createFileRoute, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FilterBox } from '../components/catalogue/filter-box.tsx';
import { useFilterText } from '../components/catalogue/use-filter-text.ts';
import { PageLinks } from '../components/controls/page-links.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { NothingFound } from '../components/search/nothing-found.tsx';
import { RecentSearches } from '../components/search/recent-searches.tsx';
import type { AddressAccess } from '../components/search/resolve-address.ts';
import {
  parseSearchAddress,
  resolveSearch,
  writeSearchAddress,
} from '../components/search/search-address.ts';
import { SearchFacets } from '../components/search/search-facets.tsx';
import { SearchFailure } from '../components/search/search-failure.tsx';
import { SearchHints } from '../components/search/search-hints.tsx';
import { SearchOrderSelect } from '../components/search/search-order-select.tsx';
import { SearchResults } from '../components/search/search-results.tsx';
import { SearchSummary } from '../components/search/search-summary.tsx';
import { useAddress } from '../components/search/use-address.ts';
import { useRecentSearches } from '../components/search/use-recent-searches.ts';
import { foundIn, useSearch, type SearchAccess } from '../components/search/use-search.ts';
import { basePrefix, TextLinksContext } from '../components/text/text-links.ts';
import { describePaperKey, findPastedAddress } from '../format/pasted-address.ts';
import '../components/search/search.css';

const PAGE_SIZE = 20;
/** Results that can be paged through. */
const MAX_PAGES = 50;
/** Who looks at results this long has searched for them. */
const REMEMBER_AFTER_MS = 4000;

export const Route = createFileRoute('/search')({
  validateSearch: parseSearchAddress,
  component: SearchPage,
});

function SearchPage() {
  const { services } = Route.useRouteContext();
  const router = useRouter();
  const navigate = useNavigate({ from: Route.fullPath });
  const base = basePrefix(use(TextLinksContext)?.basePath ?? '/');
  const { text: inAddress, order, page, problem } = resolveSearch(Route.useSearch());
  const access = useMemo<SearchAccess & AddressAccess>(
    () => ({
      siteUrl: new URL(`${base}/`, location.href).href,
      search: async (request, signal) => (await services.search()).search(request, signal),
      readPaper: async (number) => (await services.archive()).archive.paper(number),
      async findPaper(key) {
        const { archive } = await services.archive();
        const found = await archive.findPaper(key);
        return found === null ? null : archive.paper(found.number);
      },
    }),
    [services, base],
  );
  const { text, setText, chooseText, query } = useFilterText(inAddress, (q, isStep) => {
    // Of a pasted address another page comes of itself.
    if (findPastedAddress(q, access.siteUrl)?.kind === 'page') return;
    void navigate({
      search: (latest) => writeSearchAddress(q, resolveSearch(latest).order),
      replace: !isStep,
    });
  });
  const [exact, setExact] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const bar = useRef<HTMLFormElement>(null);
  const recent = useRecentSearches(services);

  useEffect(() => {
    void services.search().then(
      (client) => client.warm(),
      () => undefined,
    );
  }, [services]);
  const openPath = useCallback(
    (path: string) => router.history.replace(`${base}${path}`),
    [router, base],
  );
  const { missing, follow } = useAddress(query, access, openPath);

  const state = useSearch(
    access,
    {
      text: query,
      isTyping: query !== inAddress || text !== inAddress,
      isExact: exact === query,
      order,
      skip: query === inAddress ? (page - 1) * PAGE_SIZE : 0,
      limit: PAGE_SIZE,
      wantsFacets: true,
    },
    attempt,
  );
  const found = foundIn(state);
  const pages = Math.min(MAX_PAGES, Math.ceil((found?.response.total ?? 0) / PAGE_SIZE));

  const remember = recent.add;
  const hasFound = state.kind === 'found' && state.response.total > 0 && query === inAddress;
  useEffect(() => {
    if (!hasFound) return undefined;
    const timer = setTimeout(() => remember(query), REMEMBER_AFTER_MS);
    return () => clearTimeout(timer);
  }, [hasFound, query, remember]);

  const box = () => bar.current?.querySelector('input') ?? null;
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
      <form
        ref={bar}
        className="search-bar"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (findPastedAddress(text, access.siteUrl) === null) remember(text);
          else follow(text);
        }}
      >
        <FilterBox
          label="Titles, authors, words, arXiv ids"
          text={text}
          onChange={setText}
          onLeave={() => document.querySelector<HTMLElement>('.search-results h2 a')?.focus()}
        />
        <SearchOrderSelect
          order={order}
          onChange={(next) =>
            void navigate({
              search: (latest) => writeSearchAddress(latest.q ?? '', next),
              replace: true,
            })
          }
        />
      </form>
      {missing !== null && (
        <p className="notice search-notice" role="status">
          {describePaperKey(missing)} is not in this archive.
        </p>
      )}
      {state.kind === 'idle' && (
        <>
          <RecentSearches recent={recent} />
          <SearchHints />
        </>
      )}
      {state.kind === 'failed' && (
        <SearchFailure error={state.error} onRetry={() => setAttempt(attempt + 1)} />
      )}
      {found !== null && (
        <>
          <SearchSummary found={found} wantedOrder={order} onExact={() => setExact(query)} />
          {found.response.total === 0 && (
            <NothingFound text={query} setName={found.response.setName} />
          )}
          <div
            className="search-columns"
            data-stale={state.kind === 'searching'}
            hidden={found.response.total === 0}
          >
            {found.response.facets !== null && (
              <SearchFacets facets={found.response.facets} text={text} onChange={chooseText} />
            )}
            <div>
              <SearchResults
                found={found}
                readAbstract={async (number) => (await services.archive()).archive.abstract(number)}
                onFollow={() => remember(text)}
                onLeave={() => box()?.focus()}
              />
              <PageLinks
                page={Math.min(page, Math.max(1, pages))}
                pages={pages}
                renderLink={(target, label, props) => (
                  <Link
                    to="/search"
                    search={{
                      ...writeSearchAddress(inAddress, order),
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
