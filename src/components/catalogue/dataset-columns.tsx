import { Link } from '@tanstack/react-router';
import type { Ref } from '../../format/records/shared.ts';
import './task-columns.css';

/** Datasets in as many columns as fit, read downwards. */
export function DatasetColumns({ datasets }: { readonly datasets: readonly Ref[] }) {
  return (
    <ul className="plain task-columns">
      {datasets.map((dataset) => (
        <li key={dataset.slug}>
          <Link to="/dataset/$slug" params={{ slug: dataset.slug }}>
            {dataset.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
