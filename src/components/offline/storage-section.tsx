import type { StorageHealth } from '../../sync/installer-state.ts';
import { describeStorage } from './describe-storage.ts';
import './storage-section.css';

/** How safe the data is here, in words. */
export function StorageSection({
  health,
  hasData,
}: {
  readonly health: StorageHealth;
  /** Whether anything is installed that could be lost. */
  readonly hasData: boolean;
}) {
  return (
    <section className="page-section" aria-labelledby="storage">
      <h2 id="storage">Storage</h2>
      <ul className="plain storage-notes">
        {describeStorage(health, hasData).map(({ tone, title, detail }) => (
          <li key={title} data-tone={tone}>
            <strong>{title}</strong>
            <span>{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
