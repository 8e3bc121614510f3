import { INITIAL_STATE, type InstallerState, type WorkingJob } from './installer-state.ts';
import type { TabMessage } from './tab-messages.ts';

/** Holds the state of one tab, tells its listeners, and tells the other tabs of a job at work. */
export interface StateKeeper {
  get(): InstallerState;
  subscribe(listener: () => void): () => void;
  set(change: Partial<InstallerState>): void;
  /** Shows a job of this tab here and in the other tabs. */
  showWork(job: WorkingJob): void;
  /** Shows a job of another tab; null when it has not said which. */
  showElsewhere(job: WorkingJob | null): void;
}

/** Other tabs are told this often at most while only numbers change, in milliseconds. */
const BROADCAST_MS = 250;

export function createStateKeeper(
  post: (message: TabMessage) => void,
  now: () => number,
): StateKeeper {
  const listeners = new Set<() => void>();
  let state = INITIAL_STATE;
  let posted: { readonly kind: WorkingJob['kind']; readonly at: number } | null = null;

  function set(change: Partial<InstallerState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    showWork(job) {
      set({ job });
      const at = now();
      if (posted !== null && posted.kind === job.kind && at - posted.at < BROADCAST_MS) return;
      posted = { kind: job.kind, at };
      post({ kind: 'working', job });
    },
    showElsewhere(job) {
      const { job: shown } = state;
      if (job === null && shown.kind === 'elsewhere') return;
      set({ job: { kind: 'elsewhere', job } });
    },
  };
}
