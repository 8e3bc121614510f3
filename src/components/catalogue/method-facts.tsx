import type { Method } from '../../format/records/method.ts';
import { ExternalLink } from '../external-link.tsx';
import { hostName, repositoryName } from '../format/links.ts';
import { formatPlural } from '../format/numbers.ts';
import { CitedPaperLink } from './cited-paper-link.tsx';
import { Fact, Facts } from './facts.tsx';
import { MethodCollections } from './method-collections.tsx';

/** What the archive knows of a method in a few words. */
export function MethodFacts({ method }: { readonly method: Method }) {
  const { paper, source, code, introducedYear, collections, papers } = method;
  return (
    <Facts>
      <Fact label="Introduced">{introducedYear}</Fact>
      <Fact label="Paper" isLong>
        {paper !== undefined && <CitedPaperLink paper={paper} />}
      </Fact>
      <Fact label="Source">
        {source !== undefined && (
          <ExternalLink href={source.url}>
            {source.title === undefined || source.title === paper?.title
              ? hostName(source.url)
              : source.title}
          </ExternalLink>
        )}
      </Fact>
      <Fact label="Code">
        {code !== undefined && <ExternalLink href={code}>{repositoryName(code)}</ExternalLink>}
      </Fact>
      <Fact label="Used by">{papers > 0 && formatPlural(papers, 'paper')}</Fact>
      <Fact label="Collections" isLong>
        {collections !== undefined && <MethodCollections collections={collections} />}
      </Fact>
    </Facts>
  );
}
