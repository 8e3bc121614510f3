import { Link } from '@tanstack/react-router';
import type { Dataset } from '../../format/records/dataset.ts';
import { ExternalLink } from '../external-link.tsx';
import { hostName } from '../format/links.ts';
import { formatPlural } from '../format/numbers.ts';
import { CitedPaperLink } from './cited-paper-link.tsx';
import { Fact, Facts } from './facts.tsx';
import { FoldedList } from './folded-list.tsx';
import { formatIntroduced } from './introduced-date.ts';

const NAMES_SHOWN = 12;

/** What the archive knows of a dataset in a few words. */
export function DatasetFacts({ dataset }: { readonly dataset: Dataset }) {
  const { introduced, homepage, paper, modalities, languages, papers } = dataset;
  // Many name themselves as their only variant.
  const variants = dataset.variants?.filter((variant) => variant !== dataset.name) ?? [];
  return (
    <Facts>
      <Fact label="Introduced">{introduced !== undefined && formatIntroduced(introduced)}</Fact>
      <Fact label="Homepage">
        {homepage !== undefined && (
          <ExternalLink href={homepage}>{hostName(homepage)}</ExternalLink>
        )}
      </Fact>
      <Fact label="Paper" isLong>
        {paper !== undefined && <CitedPaperLink paper={paper} />}
      </Fact>
      <Fact label="Used by">{papers > 0 && formatPlural(papers, 'paper')}</Fact>
      <Fact label="Modalities">
        {modalities !== undefined && (
          <FoldedList
            items={modalities}
            first={NAMES_SHOWN}
            keyOf={(modality) => modality}
            render={(modality) => (
              <Link to="/datasets" search={{ modality }}>
                {modality}
              </Link>
            )}
          />
        )}
      </Fact>
      <Fact label="Languages" isLong>
        {languages !== undefined && <Names names={languages} />}
      </Fact>
      <Fact label="Variants" isLong>
        {variants.length > 0 && <Names names={variants} />}
      </Fact>
    </Facts>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <FoldedList items={names} first={NAMES_SHOWN} keyOf={(name) => name} render={(name) => name} />
  );
}
