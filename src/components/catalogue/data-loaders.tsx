import type { Dataset } from '../../format/records/dataset.ts';
import { ExternalLink } from '../external-link.tsx';
import { repositoryName } from '../format/links.ts';
import '../paper/repository-list.css';

/** Ways to load a dataset in code. */
export function DataLoaders({ loaders }: { readonly loaders: NonNullable<Dataset['loaders']> }) {
  return (
    <section className="page-section">
      <h2>Data loaders</h2>
      <ul className="plain repository-list">
        {loaders.map(({ url, repo, frameworks }) => (
          <li key={url}>
            <ExternalLink href={url}>{repositoryName(repo ?? url)}</ExternalLink>
            {frameworks !== undefined && (
              <span className="muted small">{frameworks.join(' · ')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
