import type { PackName } from '../../format/manifest.ts';
import type { InstallJob, InstallProgress, WorkingJob } from '../../sync/installer-state.ts';
import { formatBytes, formatDuration } from '../format/numbers.ts';
import { packTitle } from '../packs.ts';

interface JobActions {
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onCancel: () => void;
}

/** What the installer is doing, in words and as a bar. Takes no room while it does nothing. */
export function JobStatus({ job, ...actions }: { readonly job: InstallJob } & JobActions) {
  return (
    <div className="job-status" role="status">
      <JobBody job={job} {...actions} />
    </div>
  );
}

function JobBody({ job, onPause, onResume, onCancel }: Parameters<typeof JobStatus>[0]) {
  switch (job.kind) {
    case 'idle':
      return null;
    case 'background':
      return <p>Your browser fetches the rest.</p>;
    case 'elsewhere':
      return (
        <div className="job">
          <p>Another tab is at work. If it is closed, this one goes on.</p>
          {job.job !== null && <WorkStatus job={job.job} />}
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      );
    case 'preparing':
    case 'running':
    case 'waiting':
    case 'testing':
    case 'removing':
      return (
        <div className="job">
          <WorkStatus job={job} />
          <div className="pack-actions">
            <Button onClick={onPause}>Pause</Button>
            <Button onClick={onCancel}>Cancel</Button>
          </div>
        </div>
      );
    case 'paused':
      return (
        <div className="job">
          <p>
            {job.because === 'person'
              ? `The install of ${namesOf(job.packs)} is paused.`
              : `The device is full: the install of ${namesOf(job.packs)} has stopped.`}
          </p>
          {job.progress !== null && <ProgressBar progress={job.progress} />}
          <div className="pack-actions">
            <Button onClick={onResume}>Go on</Button>
            <Button onClick={onCancel}>Cancel</Button>
          </div>
        </div>
      );
    case 'failed':
      return (
        <div className="job">
          <p className="notice" role="alert">
            The install of {namesOf(job.packs)} stopped. {job.error.message} What was fetched is
            kept.
          </p>
          <div className="pack-actions">
            <Button onClick={onResume}>Go on</Button>
            <Button onClick={onCancel}>Cancel</Button>
          </div>
        </div>
      );
  }
}

function WorkStatus({ job }: { readonly job: WorkingJob }) {
  switch (job.kind) {
    case 'preparing':
      return (
        <>
          <p>Preparing to install {namesOf(job.packs)}</p>
          <progress aria-label="Progress of the install" />
        </>
      );
    case 'testing':
      return <p>Trying out {namesOf(job.packs)}</p>;
    case 'removing':
      return <p>Removing {namesOf(job.packs)}</p>;
    case 'waiting':
      return (
        <>
          <p>
            {job.reason === 'offline'
              ? 'This device is offline. The install goes on by itself.'
              : 'The host does not answer as it should. The install goes on by itself.'}
          </p>
          {job.progress !== null && <ProgressBar progress={job.progress} />}
        </>
      );
    case 'running':
      return (
        <>
          <p>
            Installing {namesOf(job.packs)}:{' '}
            <span className="number">
              {formatBytes(job.progress.doneBytes)} of {formatBytes(job.progress.totalBytes)}
            </span>
            {job.secondsLeft !== null &&
              job.secondsLeft > 0 &&
              `, ${formatDuration(job.secondsLeft)} left`}
          </p>
          <ProgressBar progress={job.progress} />
        </>
      );
  }
}

function ProgressBar({ progress }: { readonly progress: InstallProgress }) {
  return (
    <progress
      value={progress.doneBytes}
      max={Math.max(1, progress.totalBytes)}
      aria-label="Progress of the install"
    />
  );
}

function Button({
  onClick,
  children,
}: {
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button type="button" className="button" onClick={onClick}>
      {children}
    </button>
  );
}

function namesOf(packs: readonly PackName[]): string {
  return packs.map(packTitle).join(', ');
}
