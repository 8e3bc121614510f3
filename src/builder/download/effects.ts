import type { Log } from '../log.ts';
import type { DownloadDisk } from './download-disk.ts';

/** Everything outside that a download touches. */
export interface DownloadEffects {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly disk: DownloadDisk;
  readonly log: Log;
  /** Waits so many milliseconds, or rejects with the signal's reason. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A number in [0, 1) that spreads retries. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which an answer is given up. */
  readonly stallMs: number;
}
