import { createFileRoute, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { AuthorPapers } from '../components/author/author-papers.tsx';
import { countSpellings, nameInAddress, titleName } from '../components/author/match-author.ts';
import { PageLinks } from '../components/controls/page-links.tsx';
import { Breadcrumbs } from '../components/layout/breadcrumbs.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { parsePapersSearch, resolvePage } from '../components/paper/papers-search.ts';
import { SearchFailure } from '../components/search/search-failure.tsx';
import { foundIn, useSearch, type SearchAccess } from '../components/search/use-search.ts';

const PAGE_SIZE = 20;
/** Papers that can be paged through. */
const MAX_PAGES = 50;

export const Route = createFileRoute('/author/$name')({
  validateSearch: parsePapersSearch,
  component: AuthorPage,
});

function AuthorPage() {
  const { name: inAddress } = Route.useParams();
  const { services } = Route.useRouteContext();
  const name = nameInAddress(inAddress);
  const { page, problem } = resolvePage(Route.useSearch(), MAX_PAGES);
  const access = useMemo<SearchAccess>(
    () => ({
      search: async (request, signal) => (await services.search()).search(request, signal),
      readPaper: async (number) => (await services.archive()).archive.paper(number),
    }),
    [services],
  );
  const query = `author:"${name.replaceAll('"', '')}"`;
  const [attempt, setAttempt] = useState(0);
  const state = useSearch(
    access,
    {
      text: query,
      isTyping: false,
      isExact: true,
      order: 'date',
      skip: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
      wantsFacets: true,
    },
    attempt,
  );
  const found = foundIn(state);
  const papers = (found?.papers ?? []).map(({ paper }) => paper);
  const title = countSpellings(papers, name)[0]?.name ?? titleName(name);
  const pages = Math.min(MAX_PAGES, Math.ceil((found?.response.total ?? 0) / PAGE_SIZE));
  return (
    <>
      <PageHead
        title={title}
        description={`Papers of the archive by ${title}, newest first, with their tasks and code.`}
      />
      <Breadcrumbs crumbs={[{ label: 'Papers', link: { to: '/papers' } }, { label: title }]} />
      <h1>{title}</h1>
      {problem !== null && (
        <p className="notice" role="status">
          {problem}
        </p>
      )}
      {state.kind === 'failed' && (
        <SearchFailure error={state.error} onRetry={() => setAttempt(attempt + 1)} />
      )}
      {found === null && state.kind === 'searching' && (
        <p className="page-lead" role="status">
          Looking for papers …
        </p>
      )}
      {found !== null && (
        <>
          <AuthorPapers found={found} name={name} query={query} />
          <PageLinks
            page={page}
            pages={pages}
            renderLink={(target, label, props) => (
              <Link
                to="/author/$name"
                params={{ name: inAddress }}
                search={target === 1 ? {} : { page: target }}
                {...props}
              >
                {label}
              </Link>
            )}
          />
        </>
      )}
    </>
  );
}
