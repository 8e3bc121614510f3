import { useEffect, useState } from 'react';
import type { InstallJob, Installer } from '../../sync/installer-state.ts';
import { formatBytes } from '../format/numbers.ts';
import { describeJob, percentOf, type JobAction } from './describe-job.ts';
import './job-panel.css';

const LABELS: Record<JobAction, string> = { pause: 'Pause', resume: 'Go on', cancel: 'Cancel' };

/** What the installer is doing: in words, as a bar, and what can be done about it. */
export function JobPanel({
  job,
  installer,
}: {
  readonly job: InstallJob;
  readonly installer: Installer;
}) {
  const text = describeJob(job, useNow(job.kind === 'waiting'));
  if (text === null) return null;
  const { progress } = text;
  return (
    <section className="job-panel" data-tone={text.tone} aria-label="Install">
      {/* Announced when what is done changes, not at every byte. */}
      <p className="job-title" role={text.tone === 'problem' ? 'alert' : 'status'}>
        {text.title}
      </p>
      <p className="job-detail">{text.detail}</p>
      <progress
        className="job-bar"
        aria-label="Progress of the install"
        {...(progress === null ? {} : { value: progress.doneBytes, max: progress.totalBytes || 1 })}
        hidden={progress === null && job.kind === 'failed'}
      />
      <p className="job-figures number">
        {progress !== null &&
          `${percentOf(progress)} %, ${formatBytes(progress.doneBytes)} of ${formatBytes(progress.totalBytes)}`}
      </p>
      <div className="job-actions">
        {text.actions.map((action) => (
          <button
            key={action}
            type="button"
            className="button"
            data-kind={action === 'resume' ? 'primary' : undefined}
            onClick={() => void installer[action]()}
          >
            {LABELS[action]}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Milliseconds since 1970, by the second while it is needed. */
function useNow(isNeeded: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isNeeded) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isNeeded]);
  return now;
}
