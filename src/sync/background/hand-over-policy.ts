import type { InstallJob } from '../installer-state.ts';

/**
 * The tab itself is quicker: the browser's transfers cost some 15 ms a file, wait to be scheduled, and
 * need the room twice. So they get an install that would keep a page open for long, and one whose page
 * is out of sight, where a phone may end it at any time.
 */
const LONG_S = 60;
const HIDDEN_S = 5;
/** The estimate of the first moments is worth little. */
const SETTLED_MS = 3000;

/** Whether to hand the rest of a job over to the browser now. */
export function shouldHandOver(
  job: InstallJob,
  { isHidden, runningMs }: { readonly isHidden: boolean; readonly runningMs: number },
): boolean {
  if (job.kind === 'waiting') return isHidden && job.progress !== null;
  if (job.kind !== 'running') return false;
  if (isHidden) return job.secondsLeft === null || job.secondsLeft >= HIDDEN_S;
  return runningMs >= SETTLED_MS && job.secondsLeft !== null && job.secondsLeft >= LONG_S;
}
