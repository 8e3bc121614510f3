import type { PackName } from '../../format/manifest.ts';
import type { InstallJob } from '../../sync/installer.ts';
import { formatBytes, formatDuration } from '../format/numbers.ts';
import { packTitle } from '../packs.ts';

/** What the installer is doing, in words and as a bar. Takes no room while it does nothing. */
export function JobStatus({
  job,
  onCancel,
  onRetry,
}: {
  readonly job: InstallJob;
  readonly onCancel: () => void;
  readonly onRetry: (packs: readonly PackName[]) => void;
}) {
  return (
    <div className="job-status" role="status">
      <JobBody job={job} onCancel={onCancel} onRetry={onRetry} />
    </div>
  );
}

function JobBody({ job, onCancel, onRetry }: Parameters<typeof JobStatus>[0]) {
  switch (job.kind) {
    case 'idle':
      return null;
    case 'elsewhere':
      return <p>Another tab is installing. If it is closed, this one goes on.</p>;
    case 'preparing':
      return (
        <div className="job">
          <p>Preparing to install {namesOf(job.packs)}</p>
          <progress aria-label="Progress of the install" />
          <CancelButton onCancel={onCancel} />
        </div>
      );
    case 'running': {
      const { doneBytes, totalBytes, bytesPerSecond } = job;
      const remaining =
        bytesPerSecond === null || bytesPerSecond === 0
          ? null
          : (totalBytes - doneBytes) / bytesPerSecond;
      return (
        <div className="job">
          <p>
            Installing {namesOf(job.packs)}:{' '}
            <span className="number">
              {formatBytes(doneBytes)} of {formatBytes(totalBytes)}
            </span>
            {remaining !== null && remaining > 0 && `, ${formatDuration(remaining)} left`}
          </p>
          <progress
            value={doneBytes}
            max={Math.max(1, totalBytes)}
            aria-label="Progress of the install"
          />
          <CancelButton onCancel={onCancel} />
        </div>
      );
    }
    case 'failed':
      return (
        <div className="job">
          <p className="notice" role="alert">
            The install of {namesOf(job.packs)} stopped. {job.error.message} What was fetched is
            kept.
          </p>
          <div className="pack-actions">
            <button type="button" className="button" onClick={() => onRetry(job.packs)}>
              Go on
            </button>
            <CancelButton onCancel={onCancel} />
          </div>
        </div>
      );
  }
}

function CancelButton({ onCancel }: { readonly onCancel: () => void }) {
  return (
    <button type="button" className="button" onClick={onCancel}>
      Cancel
    </button>
  );
}

function namesOf(packs: readonly PackName[]): string {
  return packs.map(packTitle).join(', ');
}
