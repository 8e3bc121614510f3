import type {
  InstallJob,
  InstallProgress,
  WaitReason,
  WorkingJob,
} from '../../sync/installer-state.ts';
import { formatBytes, formatDuration } from '../format/numbers.ts';
import { packList } from '../packs.ts';
import { describeFailure } from './describe-failure.ts';

/** What a person may do with a job. */
export type JobAction = 'pause' | 'resume' | 'cancel';

/** A job in words. */
export interface JobText {
  /** `attention`: it needs the person; `problem`: something is wrong. */
  readonly tone: 'calm' | 'attention' | 'problem';
  readonly title: string;
  /** What more there is to know; empty when there is nothing. */
  readonly detail: string;
  /** null where there is nothing to measure. */
  readonly progress: { readonly doneBytes: number; readonly totalBytes: number } | null;
  readonly actions: readonly JobAction[];
}

const WAIT_REASONS: Record<WaitReason, string> = {
  offline: 'This device has no connection. The install goes on by itself when there is one.',
  unreachable: 'No host of the archive answers.',
  busy: 'The host asks for patience.',
};

/**
 * A job in words; null while there is none.
 * @param nowMs milliseconds since 1970
 */
export function describeJob(job: InstallJob, nowMs: number): JobText | null {
  switch (job.kind) {
    case 'idle':
      return null;
    case 'background':
      return {
        tone: 'calm',
        title: `Your browser is downloading ${packList(job.packs)}`,
        detail: 'It goes on when you close this page, and shows its own progress.',
        progress: job.progress,
        actions: ['pause', 'cancel'],
      };
    case 'elsewhere':
      return describeElsewhere(job.job, nowMs);
    case 'paused':
      return {
        tone: 'attention',
        title:
          job.because === 'person'
            ? `Paused: ${packList(job.packs)}`
            : 'Paused: this device has no more room',
        detail:
          job.because === 'person'
            ? 'What has been fetched is kept.'
            : `${roomNeeded(job.progress)}What has been fetched is kept. Free some space, or install fewer packs.`,
        progress: job.progress,
        actions: ['resume', 'cancel'],
      };
    case 'failed': {
      const { title, advice } = describeFailure(job.error);
      return {
        tone: 'problem',
        title,
        detail: advice,
        progress: job.progress,
        actions: ['resume', 'cancel'],
      };
    }
    default:
      return describeWork(job, nowMs);
  }
}

function describeElsewhere(work: WorkingJob | null, nowMs: number): JobText {
  const text = work === null ? null : describeWork(work, nowMs);
  return {
    tone: 'calm',
    title: text?.title ?? 'Another tab is at work',
    detail: `Another tab is at it${text?.detail ? `: ${lowerFirst(text.detail)}` : '.'} If that tab is closed, this one goes on.`,
    progress: text?.progress ?? null,
    actions: text?.actions ?? [],
  };
}

function describeWork(job: WorkingJob, nowMs: number): JobText {
  const packs = packList(job.packs);
  switch (job.kind) {
    case 'preparing':
      return {
        tone: 'calm',
        title: `Preparing to install ${packs}`,
        detail: 'Finding out what is still to be fetched.',
        progress: null,
        actions: ['pause', 'cancel'],
      };
    case 'running':
      return {
        tone: 'calm',
        title: `Installing ${packs}`,
        detail: describeRate(job.bytesPerSecond, job.secondsLeft),
        progress: job.progress,
        actions: ['pause', 'cancel'],
      };
    case 'waiting':
      return {
        tone: 'attention',
        title: `Waiting to install ${packs}`,
        detail: `${WAIT_REASONS[job.reason]}${job.reason === 'offline' ? '' : ` Next try ${describeNextTry(job.nextTryAt - nowMs)}.`}`,
        progress: job.progress,
        actions: ['pause', 'cancel'],
      };
    case 'testing':
      return {
        tone: 'calm',
        title: `Checking ${packs}`,
        detail: 'All is here. It is tried out before pages read it.',
        progress: null,
        actions: [],
      };
    case 'removing':
      return {
        tone: 'calm',
        title: `Removing ${packs}`,
        detail: '',
        progress: null,
        actions: [],
      };
  }
}

function describeRate(bytesPerSecond: number | null, secondsLeft: number | null): string {
  const rate = bytesPerSecond === null ? '' : `${formatBytes(bytesPerSecond)} a second`;
  const left = secondsLeft === null ? '' : `${formatDuration(secondsLeft)} left`;
  return [rate, left].filter((part) => part !== '').join(', ');
}

function describeNextTry(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 2) return 'in a moment';
  return seconds < 60 ? `in ${seconds} seconds` : `in ${formatDuration(seconds)}`;
}

function roomNeeded(progress: InstallProgress | null): string {
  if (progress === null) return '';
  return `${formatBytes(progress.totalBytes - progress.doneBytes)} more are needed. `;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Whole percent, never 100 before the end. */
export function percentOf({
  doneBytes,
  totalBytes,
}: {
  doneBytes: number;
  totalBytes: number;
}): number {
  if (totalBytes <= 0) return 0;
  return doneBytes >= totalBytes ? 100 : Math.min(99, Math.floor((doneBytes / totalBytes) * 100));
}
