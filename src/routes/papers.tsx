import { createFileRoute, Link } from '@tanstack/react-router';
import { PageHead } from '../components/layout/page-head.tsx';
import { formatCount } from '../components/format/numbers.ts';
import { PaperList } from '../components/paper/paper-list.tsx';
import { parsePapersSearch, resolvePage } from '../components/paper/papers-search.ts';
import { PageLinks } from '../components/controls/page-links.tsx';

const PAGE_SIZE = 50;

export const Route = createFileRoute('/papers')({
  validateSearch: parsePapersSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { archive } = await context.services.archive();
    const { records: total } = archive.manifest.sections.papers;
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const { page, problem } = resolvePage(deps, pages);
    const papers = await archive.listPapers((page - 1) * PAGE_SIZE, PAGE_SIZE);
    return { papers, page, pages, total, problem };
  },
  component: PapersPage,
});

function PapersPage() {
  const { papers, page, pages, total, problem } = Route.useLoaderData();
  return (
    <>
      <PageHead
        title={page === 1 ? 'Latest papers' : `Papers, page ${page}`}
        description={`All ${formatCount(total)} papers of the archive, newest first, with code and results.`}
      />
      <h1>Latest papers</h1>
      <p className="page-lead">
        {formatCount(total)} papers, newest first. Papers whose date is missing or cannot be right
        stand at the end.
      </p>
      {problem !== null && (
        <p className="notice" role="status">
          {problem}
        </p>
      )}
      <PaperList papers={papers} />
      <PageLinks
        page={page}
        pages={pages}
        renderLink={(target, label, props) => (
          <Link to="/papers" search={target === 1 ? {} : { page: target }} {...props}>
            {label}
          </Link>
        )}
      />
    </>
  );
}
