import { createFileRoute, notFound } from '@tanstack/react-router';
import type { Services } from '../app/services.ts';
import { leaveLostAddress } from '../app/lost-address.ts';
import type { Archive } from '../archive/archive.ts';
import { NotOnDeviceError } from '../archive/errors.ts';
import type { Paper } from '../format/records/paper.ts';
import { AbstractSection, type AbstractText } from '../components/paper/abstract-section.tsx';
import { Citation } from '../components/paper/citation.tsx';
import { describePaper } from '../components/paper/describe-paper.ts';
import { PaperHeading } from '../components/paper/paper-heading.tsx';
import { PaperMethods } from '../components/paper/paper-methods.tsx';
import { paperTitle } from '../components/paper/paper-title.ts';
import {
  MAX_SIMILAR,
  SimilarPapers,
  type FoundSimilar,
} from '../components/paper/similar-papers.tsx';
import { RepositoryList } from '../components/paper/repository-list.tsx';
import { ResultsTable } from '../components/paper/results-table.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

interface LoadedPaper {
  readonly number: number;
  readonly paper: Paper;
  readonly abstract: AbstractText;
}

export const Route = createFileRoute('/paper/$slug')({
  async loader({ context, params }) {
    const { archive } = await context.services.archive();
    archive.prepare(['papers', 'abstracts']);
    const number = await archive.paperNumber(params.slug);
    if (number === null) return leaveLostAddress(archive, 'paper', params.slug);
    const [paper, abstract] = await Promise.all([
      archive.paper(number),
      readAbstract(archive, number),
    ]);
    if (paper === null) throw notFound();
    return { number, paper, abstract };
  },
  component: PaperPage,
});

/** The page is worth showing without its abstract, which is in a pack of its own. */
async function readAbstract(archive: Archive, number: number): Promise<AbstractText> {
  try {
    const text = await archive.abstract(number);
    return text === null ? { kind: 'none' } : { kind: 'text', text };
  } catch (error) {
    if (error instanceof NotOnDeviceError) return { kind: 'not-on-device' };
    return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Searches for papers like one, and reads their records. */
async function findSimilar(
  services: Services,
  { number, paper, abstract }: LoadedPaper,
  signal: AbortSignal,
): Promise<FoundSimilar[]> {
  const [{ archive }, search] = await Promise.all([services.archive(), services.search()]);
  const request = {
    number,
    title: paper.title,
    abstract: abstract.kind === 'text' ? abstract.text : null,
    boards: paper.results?.map(({ board }) => board) ?? [],
    tasks: paper.tasks ?? [],
    methods: paper.methods ?? [],
    limit: MAX_SIMILAR,
  };
  const alike = await search.similar(request, signal);
  return Promise.all(
    alike.map(async ({ number: found, words }) => {
      const record = await archive.paper(found).catch(() => null);
      return { number: found, words, paper: record };
    }),
  );
}

function PaperPage() {
  const loaded = Route.useLoaderData();
  const { services } = Route.useRouteContext();
  const { paper, abstract } = loaded;
  return (
    <article key={paper.slug}>
      <PageHead
        title={paperTitle(paper)}
        description={describePaper(paper, abstract.kind === 'text' ? abstract.text : null)}
      />
      <PaperHeading paper={paper} />
      <AbstractSection abstract={abstract} isStub={paper.isStub === true} />
      {paper.results !== undefined && <ResultsTable results={paper.results} paper={paper.slug} />}
      {paper.repositories !== undefined && <RepositoryList repositories={paper.repositories} />}
      {paper.methods !== undefined && <PaperMethods methods={paper.methods} />}
      <SimilarPapers paper={paper} find={(signal) => findSimilar(services, loaded, signal)} />
      <Citation paper={paper} />
    </article>
  );
}
