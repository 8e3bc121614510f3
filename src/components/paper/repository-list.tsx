import { useState } from 'react';
import type { Repository } from '../../format/records/paper.ts';
import { ExternalLink } from '../external-link.tsx';
import { repositoryName } from '../format/links.ts';
import './repository-list.css';

const SHOWN = 10;

/** Every repository of a paper: the official ones first, as the archive marks them. */
export function RepositoryList({ repositories }: { readonly repositories: readonly Repository[] }) {
  const [isWhole, setWhole] = useState(repositories.length <= SHOWN + 2);
  const shown = isWhole ? repositories : repositories.slice(0, SHOWN);
  return (
    <section className="page-section">
      <h2>Code</h2>
      <ul className="plain repository-list">
        {shown.map((repository) => (
          <li key={repository.url}>
            <ExternalLink href={repository.url}>{repositoryName(repository.url)}</ExternalLink>
            {repository.official === true && <span className="chip">official</span>}
            <span className="muted small">
              {[
                repository.framework,
                repository.inPaper === true ? 'mentioned in the paper' : undefined,
                repository.inGithub === true ? 'mentions the paper' : undefined,
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {!isWhole && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          Show all {repositories.length}
        </button>
      )}
    </section>
  );
}
