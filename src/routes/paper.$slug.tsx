import { createFileRoute, notFound } from '@tanstack/react-router';
import type { Services } from '../app/services.ts';
import { leaveLostAddress } from '../app/lost-address.ts';
import type { Archive, PaperPlace } from '../archive/archive.ts';
import { NotOnDeviceError } from '../archive/errors.ts';
import { readPaperResults } from '../archive/later-records.ts';
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
import { ResultsSection, type PaperResults } from '../components/paper/results-section.tsx';
import { PageHead } from '../components/layout/page-head.tsx';

interface LoadedPaper {
  readonly number: number;
  readonly paper: Paper;
  readonly abstract: AbstractText;
  readonly results: PaperResults;
}

export const Route = createFileRoute('/paper/$slug')({
  async loader({ context, params }) {
    const { archive } = await context.services.archive();
    archive.prepare(['papers', 'abstracts']);
    const place = await archive.findPaper(params.slug);
    if (place === null) return leaveLostAddress(archive, 'paper', params.slug);
    const { number } = place;
    const [paper, abstract, ownResults] = await Promise.all([
      archive.paper(number),
      readAbstract(archive, number),
      readResults(archive, params.slug, place),
    ]);
    if (paper === null) throw notFound();
    const results: PaperResults =
      paper.results === undefined ? ownResults : { kind: 'results', results: paper.results };
    return { number, paper, abstract, results };
  },
  component: PaperPage,
});

/** The page is worth showing without its abstract, which is in a pack of its own. */
async function readAbstract(archive: Archive, number: number): Promise<AbstractText> {
  try {
    const text = await archive.abstract(number);
    return text === null ? { kind: 'none' } : { kind: 'text', text };
  } catch (error) {
    return explainFailure(error);
  }
}

/** Read beside the paper, and no reason to show nothing of it when they cannot be. */
async function readResults(
  archive: Archive,
  slug: string,
  { hasResults = false }: PaperPlace,
): Promise<PaperResults> {
  try {
    return { kind: 'results', results: hasResults ? await readPaperResults(archive, slug) : [] };
  } catch (error) {
    return explainFailure(error);
  }
}

function explainFailure(error: unknown) {
  if (error instanceof NotOnDeviceError) return { kind: 'not-on-device' as const };
  return {
    kind: 'failed' as const,
    error: error instanceof Error ? error : new Error(String(error)),
  };
}

/** Searches for papers like one, and reads their records. */
async function findSimilar(
  services: Services,
  { number, paper, abstract, results }: LoadedPaper,
  signal: AbortSignal,
): Promise<FoundSimilar[]> {
  const [{ archive }, search] = await Promise.all([services.archive(), services.search()]);
  const ownResults = results.kind === 'results' ? results.results : [];
  const boardNames = new Map(
    ownResults.map(({ board, task, dataset }) => [board, `${task.name} on ${dataset}`]),
  );
  const request = {
    number,
    title: paper.title,
    abstract: abstract.kind === 'text' ? abstract.text : null,
    boards: [...boardNames.keys()],
    tasks: paper.tasks ?? [],
    methods: paper.methods ?? [],
    limit: MAX_SIMILAR,
  };
  const alike = await search.similar(request, signal);
  return Promise.all(
    alike.map(async ({ number: found, words, boards }) => {
      const record = await archive.paper(found).catch(() => null);
      const names = boards.flatMap((board) => boardNames.get(board) ?? []);
      return { number: found, words, boards: names, paper: record };
    }),
  );
}

function PaperPage() {
  const loaded = Route.useLoaderData();
  const { services } = Route.useRouteContext();
  const { paper, abstract, results } = loaded;
  const resultCount = results.kind === 'results' ? results.results.length : 0;
  return (
    <article key={paper.slug}>
      <PageHead
        title={paperTitle(paper)}
        description={describePaper(
          paper,
          abstract.kind === 'text' ? abstract.text : null,
          resultCount,
        )}
      />
      <PaperHeading paper={paper} />
      <AbstractSection abstract={abstract} isStub={paper.isStub === true} />
      <ResultsSection found={results} paper={paper.slug} />
      {paper.repositories !== undefined && <RepositoryList repositories={paper.repositories} />}
      {paper.methods !== undefined && <PaperMethods methods={paper.methods} />}
      <SimilarPapers paper={paper} find={(signal) => findSimilar(services, loaded, signal)} />
      <Citation paper={paper} />
    </article>
  );
}
