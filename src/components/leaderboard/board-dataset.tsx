import { Link } from '@tanstack/react-router';
import type { Board } from '../../format/records/board.ts';
import { ExternalLink } from '../external-link.tsx';
import { hostName } from '../format/links.ts';
import { hasDataset } from './has-dataset.ts';
import { Markdown } from '../text/markdown.tsx';

/** What the archive says of the dataset that a board is on. */
export default function BoardDataset({ board }: { readonly board: Board }) {
  const { dataset, description, datasetParents } = board;
  const links = [...(board.links ?? []), ...(board.citations ?? [])];
  if (!hasDataset(board)) {
    return <p className="muted">The archive says nothing of {dataset.name}.</p>;
  }
  return (
    <section className="page-section">
      <h2>Dataset</h2>
      <div className="prose">
        <p>
          {dataset.slug === undefined ? (
            dataset.name
          ) : (
            <Link to="/dataset/$slug" params={{ slug: dataset.slug }}>
              {dataset.name}
            </Link>
          )}
          {datasetParents !== undefined && (
            <span className="muted">, part of {datasetParents.join(' / ')}</span>
          )}
        </p>
        {description !== undefined && <Markdown text={description} />}
        {links.length > 0 && (
          <ul>
            {links.map((link) => (
              <li key={link.url}>
                <ExternalLink href={link.url}>{link.title ?? hostName(link.url)}</ExternalLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
