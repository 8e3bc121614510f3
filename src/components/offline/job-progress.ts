import type { InstallJob } from '../../sync/installer-state.ts';

/** How far a job is, of one, to be shown on every page: null while nothing is being done. */
export function jobProgress(job: InstallJob): { readonly share: number | null } | null {
  const work = job.kind === 'elsewhere' ? job.job : job;
  switch (work?.kind) {
    case 'running':
    case 'background':
    case 'waiting':
      return { share: work.progress === null ? null : shareOf(work.progress) };
    case 'preparing':
    case 'testing':
    case 'removing':
      return { share: null };
    case undefined:
      // Another tab is at it, and has not said how far.
      return { share: null };
    case 'idle':
    case 'paused':
    case 'failed':
      return null;
  }
}

function shareOf({ doneBytes, totalBytes }: { doneBytes: number; totalBytes: number }): number {
  return totalBytes > 0 ? Math.min(1, doneBytes / totalBytes) : 0;
}
